/** The message that would go out with a document, for the sender to change; both addresses may be missing. */
export interface DocumentMessage {
  email: string | null;
  phone: string | null;
  subject: string;
  body: string;
}
