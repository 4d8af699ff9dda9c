import { useEffect, useState } from 'react';
import { createPortal } from 'react-dom';

interface Tip {
  text: string;
  x: number;
  y: number;
  above: boolean;
}

const DELAY = 450;

/**
 * The one tooltip of the app: any element with `data-tip` shows it on hover and on keyboard focus, and a text that
 * is cut off shows itself whole; Escape hides it.
 * One layer instead of a component per button keeps virtualised lists and the first load light.
 */
export function TooltipLayer() {
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(() => {
    let timer = 0;
    let shown: Element | null = null;
    const hide = () => {
      window.clearTimeout(timer);
      shown = null;
      setTip(null);
    };
    const show = (target: EventTarget | null, delay: number) => {
      const owner = target instanceof Element ? (target.closest('[data-tip]') ?? cutOff(target)) : null;
      if (owner === shown) return;
      hide();
      if (!owner) return;
      shown = owner;
      timer = window.setTimeout(() => setTip(placeAt(owner)), delay);
    };
    const onOver = (event: PointerEvent) => event.pointerType === 'mouse' && show(event.target, DELAY);
    const onFocus = (event: FocusEvent) => {
      if (event.target instanceof Element && event.target.matches(':focus-visible')) show(event.target, 0);
    };
    const onKey = (event: KeyboardEvent) => event.key === 'Escape' && hide();
    const controller = new AbortController();
    const options = { signal: controller.signal, capture: true };
    document.addEventListener('pointerover', onOver, options);
    document.addEventListener('focusin', onFocus, options);
    document.addEventListener('focusout', hide, options);
    document.addEventListener('pointerdown', hide, options);
    document.addEventListener('scroll', hide, options);
    document.addEventListener('keydown', onKey, options);
    return () => controller.abort();
  }, []);
  if (!tip) return null;
  return createPortal(
    <div
      role="tooltip"
      className="pointer-events-none fixed z-[90] max-w-64 rounded-md bg-ink px-2 py-1 text-surface text-xs shadow-raised"
      style={{ left: tip.x, top: tip.y, transform: `translate(-50%, ${tip.above ? '-100%' : '0'})` }}
    >
      {tip.text}
    </div>,
    document.body,
  );
}

/** The text under the pointer, or in the focused link or button, that its place is too narrow for. */
function cutOff(target: Element): Element | null {
  const focused = target.matches(':is(a, button):focus-visible');
  const owner = focused ? target.querySelector('.truncate') : target.closest('.truncate');
  return owner && owner.scrollWidth > owner.clientWidth ? owner : null;
}

function placeAt(owner: Element): Tip | null {
  const text = owner.getAttribute('data-tip') ?? owner.textContent;
  const box = owner.getBoundingClientRect();
  if (!text || box.width === 0) return null;
  const above = box.bottom + 44 > window.innerHeight;
  const half = Math.min(128, text.length * 3.4 + 12);
  const x = Math.min(window.innerWidth - half - 4, Math.max(half + 4, box.left + box.width / 2));
  return { text, x, y: above ? box.top - 6 : box.bottom + 6, above };
}
