import { useLingui } from '@lingui/react/macro';
import decodeQR from 'qr/decode.js';
import { useEffect, useRef, useState } from 'react';
import { Notice } from '../../ui/notice.tsx';

/** The code in what a QR code of a shop says: its address, or the bare code. */
export function codeIn(text: string): string | null {
  const bare = URL.canParse(text) ? new URL(text).searchParams.get('code') : text;
  return bare && /^[A-Za-z0-9]{4,12}$/.test(bare) ? bare.toUpperCase() : null;
}

function stop(stream: MediaStream | undefined): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}

/** What the camera sees, until it has seen a code. */
export function CodeCamera({ onCode }: { onCode: (code: string) => void }) {
  const { t } = useLingui();
  const video = useRef<HTMLVideoElement>(null);
  const found = useRef(onCode);
  found.current = onCode;
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const canvas = document.createElement('canvas');
    let stream: MediaStream | undefined;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let over = false;
    const look = () => {
      const player = video.current;
      if (over || !player) return;
      const { videoWidth: width, videoHeight: height } = player;
      if (width && height) {
        Object.assign(canvas, { width, height });
        const context = canvas.getContext('2d', { willReadFrequently: true });
        context?.drawImage(player, 0, 0);
        try {
          const image = context?.getImageData(0, 0, width, height);
          const code = image && codeIn(decodeQR(image));
          if (code) return found.current(code);
        } catch {
          // No code in this picture; the next one may hold it.
        }
      }
      timer = setTimeout(look, 200);
    };
    const open = async () => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
        if (over || !video.current) return stop(stream);
        video.current.srcObject = stream;
        await video.current.play();
        look();
      } catch {
        setFailed(true);
      }
    };
    void open();
    return () => {
      over = true;
      clearTimeout(timer);
      stop(stream);
    };
  }, []);
  if (failed)
    return (
      <Notice tone="warning">{t`The camera cannot be used. Allow it for this page, or type the code.`}</Notice>
    );
  return (
    <video
      ref={video}
      playsInline
      muted
      className="aspect-square w-full rounded-panel bg-sunken object-cover"
    />
  );
}
