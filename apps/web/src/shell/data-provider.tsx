import { QueryClientProvider } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { queryClient } from '../trpc.ts';

/** Gives what is inside its server data. The frame has it; a public page that asks the server brings it itself, so that sign-in stays light. */
export function DataProvider({ children }: { children: ReactNode }) {
  return <QueryClientProvider client={queryClient}>{children}</QueryClientProvider>;
}
