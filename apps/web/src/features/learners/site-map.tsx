import { useLingui } from '@lingui/react/macro';
import type { ShopItem } from '@officina/contracts/training-staff';

const WIDTH = 640;
const HEIGHT = 400;
const MARGIN = 36;
const GRID = [80, 160, 240, 320, 400, 480, 560];
/** Metres of a degree of latitude. */
const DEGREE_M = 111_195;

/** Everything as metres from the middle, north up, fitted into the picture. */
function fit(points: readonly { lat: number; lng: number; radiusM: number }[]) {
  const lats = points.map(({ lat }) => lat);
  const lngs = points.map(({ lng }) => lng);
  const middle = {
    lat: (Math.min(...lats) + Math.max(...lats)) / 2,
    lng: (Math.min(...lngs) + Math.max(...lngs)) / 2,
  };
  const east = Math.cos((middle.lat * Math.PI) / 180) * DEGREE_M;
  const place = points.map(({ lat, lng }) => ({
    x: (lng - middle.lng) * east,
    y: (middle.lat - lat) * DEGREE_M,
  }));
  const reach = (axis: 'x' | 'y') =>
    Math.max(...place.map((at, i) => Math.abs(at[axis]) + (points[i]?.radiusM ?? 0)), 50);
  const scale = Math.min((WIDTH / 2 - MARGIN) / reach('x'), (HEIGHT / 2 - MARGIN) / reach('y'));
  return { scale, place: place.map(({ x, y }) => ({ x: WIDTH / 2 + x * scale, y: HEIGHT / 2 + y * scale })) };
}

/** A round length for the scale's bar, near to a fifth of the picture. */
function barMetres(scale: number): number {
  const wanted = WIDTH / 5 / scale;
  const power = 10 ** Math.floor(Math.log10(wanted));
  return [5, 2, 1].map((step) => step * power).find((metres) => metres <= wanted) ?? power;
}

/** Shops and their sites in their places, each with its circle: drawn here, without a map of anybody else's. */
export function SiteMap({
  shops,
  chosen,
  choose,
}: {
  shops: readonly ShopItem[];
  chosen: string | null;
  choose: (shopId: string) => void;
}) {
  const { t } = useLingui();
  const sites = shops.flatMap((shop) => shop.sites.map((site) => ({ ...site, shop })));
  if (sites.length === 0) return null;
  const { scale, place } = fit(sites);
  const bar = barMetres(scale);
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t`Map of the sites`} className="w-full">
      <rect width={WIDTH} height={HEIGHT} className="fill-sunken" />
      {GRID.map((at) => (
        <path key={at} d={`M${at} 0V${HEIGHT}M0 ${at}H${WIDTH}`} className="stroke-line" strokeWidth="0.5" />
      ))}
      {sites.map((site, at) => {
        const { x, y } = place[at] ?? { x: 0, y: 0 };
        const open = site.isActive && site.shop.approved && site.shop.partnerStatus === 'active';
        const lit = chosen === site.shop.id;
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list beside holds the buttons.
          <g key={site.id} onClick={() => choose(site.shop.id)} className="cursor-pointer">
            <circle
              cx={x}
              cy={y}
              r={Math.max(site.radiusM * scale, 5)}
              className={open ? 'fill-accent stroke-accent' : 'fill-ink-faint stroke-ink-faint'}
              fillOpacity={lit ? 0.45 : 0.2}
              strokeWidth={lit ? 2.5 : 1}
            />
            <circle cx={x} cy={y} r={2} className={open ? 'fill-accent' : 'fill-ink-faint'} />
            <text
              x={x}
              y={y - Math.max(site.radiusM * scale, 5) - 5}
              textAnchor="middle"
              className="fill-ink text-[11px]"
            >
              {site.name}
            </text>
          </g>
        );
      })}
      <g transform={`translate(${WIDTH - 24 - bar * scale} ${HEIGHT - 18})`}>
        <path d={`M0 -4V0H${bar * scale}V-4`} fill="none" className="stroke-ink" />
        <text x={(bar * scale) / 2} y={-7} textAnchor="middle" className="fill-ink-muted text-[11px]">
          {bar >= 1000 ? t`${bar / 1000} km` : t`${bar} m`}
        </text>
      </g>
      <text x={WIDTH - 20} y={24} textAnchor="middle" className="fill-ink-muted text-[12px]">
        {t`N`} ↑
      </text>
    </svg>
  );
}
