import type { Plugin } from 'vite';

const HELPER =
  /\/\/#region \\0@oxc-project\+runtime@[\d.]+\/helpers\/esm\/(\w+)\.js\n[\s\S]*?\/\/#endregion/g;

/** What a browser of today needs of the helpers; those that only others of them call are left out. */
const MODERN: Record<string, string> = {
  objectSpread2: 'const _objectSpread2 = (...parts) => Object.assign({}, ...parts);',
  defineProperty: 'const _defineProperty = (target, key, value) => ((target[key] = value), target);',
  objectWithoutProperties:
    'const _objectWithoutProperties = (from, keys) => Object.fromEntries(Object.entries(from).filter(([key]) => !keys.includes(key)));',
  typeof: '',
  toPrimitive: '',
  toPropertyKey: '',
  objectWithoutPropertiesLoose: '',
};

/** tRPC is published for browsers of 2017, with its own copy of each helper in several files. */
export function modernHelpers(): Plugin {
  return {
    name: 'officina:modern-helpers',
    apply: 'build',
    enforce: 'pre',
    transform: {
      filter: { id: /@trpc\/[\w-]+\/dist\// },
      handler: (code) => code.replace(HELPER, (whole, helper: string) => MODERN[helper] ?? whole),
    },
  };
}
