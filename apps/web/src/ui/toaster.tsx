import { createRoot } from 'react-dom/client';
import { toast as show, Toaster } from 'sonner';

// Its own root: toasts come from outside React too, and the first one brings this file.
const rtl = document.documentElement.dir === 'rtl';
const place = document.createElement('div');
document.body.append(place);

createRoot(place).render(
  <Toaster
    position={rtl ? 'bottom-left' : 'bottom-right'}
    dir={rtl ? 'rtl' : 'ltr'}
    gap={8}
    offset={{ bottom: 'calc(24px + var(--foot, 0px))' }}
    mobileOffset={{ bottom: 'calc(72px + var(--foot, 0px))' }}
    toastOptions={{
      unstyled: true,
      classNames: {
        toast:
          'flex w-full items-center gap-3 rounded-control bg-ink px-3.5 py-2.5 text-sm text-surface shadow-raised md:w-[22rem] font-sans',
        title: 'font-medium',
        description: 'text-xs opacity-80 break-all',
        actionButton:
          'ms-auto shrink-0 rounded-md px-2 py-1 font-semibold underline underline-offset-2 min-h-6',
        icon: 'shrink-0',
      },
    }}
  />,
);

export const toast = show;
