import { allowedModules } from './modules.ts';

/** Where somebody starts who has no use for the start page. */
export const firstModule = () => allowedModules()[0]?.to ?? '/settings';
