/** The product's mark: a ring spanner seen from above. Decorative. */
export function Mark({ size = 24 }: { size?: number }) {
  return (
    <svg aria-hidden width={size} height={size} viewBox="0 0 32 32" className="shrink-0">
      <rect width="32" height="32" rx="8" fill="var(--accent)" />
      <path
        d="M16 7.5a8.5 8.5 0 1 0 8.5 8.5"
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="3.4"
        strokeLinecap="round"
      />
      <circle cx="22.2" cy="9.8" r="2.3" fill="var(--on-accent)" />
    </svg>
  );
}
