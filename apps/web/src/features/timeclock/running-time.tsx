import { useEffect, useState } from 'react';

const two = (value: number): string => String(Math.floor(value)).padStart(2, '0');

/** Time since a moment, ticking: 7:03:21. */
export function RunningTime({ since }: { since: string }) {
  const [now, setNow] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, (now - new Date(since).getTime()) / 1000);
  return (
    <span className="tabular" role="timer">
      {Math.floor(seconds / 3600)}:{two((seconds / 60) % 60)}:{two(seconds % 60)}
    </span>
  );
}
