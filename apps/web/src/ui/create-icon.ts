import { createElement, type SVGProps } from 'react';

interface IconData {
  name: string;
  node: [tag: string, attributes: Record<string, string>][];
}

interface IconProps extends SVGProps<SVGSVGElement> {
  size?: number;
}

/**
 * Draws an icon of lucide: the built app takes this instead of the library's own function (build/light-icons.ts), which
 * carries options that are not used here through two components per icon.
 */
export default function createIcon({ name, node }: IconData) {
  const shapes = node.map(([tag, attributes]) => createElement(tag, attributes));
  // biome-ignore lint/correctness/noComponentHookFactories: called once an icon, when its module is loaded.
  return function Icon({ size = 24, className, ...rest }: IconProps) {
    const named = 'aria-label' in rest || 'aria-labelledby' in rest || 'title' in rest || 'role' in rest;
    return createElement(
      'svg',
      {
        xmlns: 'http://www.w3.org/2000/svg',
        width: size,
        height: size,
        viewBox: '0 0 24 24',
        fill: 'none',
        stroke: 'currentColor',
        strokeWidth: 2,
        strokeLinecap: 'round',
        strokeLinejoin: 'round',
        'aria-hidden': named ? undefined : true,
        className: className ? `lucide-${name} ${className}` : `lucide-${name}`,
        ...rest,
      },
      ...shapes,
    );
  };
}
