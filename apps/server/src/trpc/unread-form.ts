/** Whether tRPC would take the body for a form. */
export const isForm = (contentType: string | null | undefined): boolean =>
  contentType?.startsWith('multipart/form-data') ?? false;

/**
 * The request as tRPC sees it, with forms left alone: tRPC would read one whole into memory, of whatever size. The procedure
 * reads it itself, see `uploadMutation`; any other finds no fields in it.
 */
export function withUnreadForm(request: Request): Request {
  if (!isForm(request.headers.get('content-type'))) return request;
  return new Proxy(request, {
    get(target, key) {
      if (key === 'formData') return async () => new FormData();
      const value: unknown = Reflect.get(target, key, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
