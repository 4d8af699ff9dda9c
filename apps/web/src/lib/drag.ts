type DragLibrary = typeof import('@atlaskit/pragmatic-drag-and-drop/element/adapter');

/** Attaches dragging once its library is there, which comes after the page: nobody drags in the first instant. */
export function attachDrag(attach: (library: DragLibrary) => () => void): () => void {
  let detach: (() => void) | undefined;
  let gone = false;
  void import('@atlaskit/pragmatic-drag-and-drop/element/adapter').then((library) => {
    if (!gone) detach = attach(library);
  });
  return () => {
    gone = true;
    detach?.();
  };
}
