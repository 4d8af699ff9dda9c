import { useLingui } from '@lingui/react/macro';
import type { ShopItem } from '@officina/contracts/training-staff';
import { usePhone } from '../../lib/use-media.ts';

/** The picture in its own units, in which letters have their usual size: a phone's is narrower. */
const WIDE = { width: 640, height: 400 };
const NARROW = { width: 330, height: 300 };
const MARGIN = 36;
const GRID = [80, 160, 240, 320, 400, 480, 560];
/** Metres of a degree of latitude. */
const DEGREE_M = 111_195;

/** Everything as metres from the middle, north up, fitted into the picture. */
function fit(
  points: readonly { lat: number; lng: number; radiusM: number }[],
  { width, height }: typeof WIDE,
) {
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
  const scale = Math.min((width / 2 - MARGIN) / reach('x'), (height / 2 - MARGIN) / reach('y'));
  return { scale, place: place.map(({ x, y }) => ({ x: width / 2 + x * scale, y: height / 2 + y * scale })) };
}

/** A round length for the scale's bar, near to a fifth of the picture. */
function barMetres(scale: number, width: number): number {
  const wanted = width / 5 / scale;
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
  const picture = usePhone() ? NARROW : WIDE;
  const { width, height } = picture;
  const sites = shops.flatMap((shop) => shop.sites.map((site) => ({ ...site, shop })));
  if (sites.length === 0) return null;
  const { scale, place } = fit(sites, picture);
  const bar = barMetres(scale, width);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={t`Map of the sites`} className="w-full">
      <rect width={width} height={height} className="fill-sunken" />
      {GRID.map((at) => (
        <path key={at} d={`M${at} 0V${height}M0 ${at}H${width}`} className="stroke-line" strokeWidth="0.5" />
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
      <g transform={`translate(${width - 24 - bar * scale} ${height - 18})`}>
        <path d={`M0 -4V0H${bar * scale}V-4`} fill="none" className="stroke-ink" />
        <text x={(bar * scale) / 2} y={-7} textAnchor="middle" className="fill-ink-muted text-[11px]">
          {bar >= 1000 ? t`${bar / 1000} km` : t`${bar} m`}
        </text>
      </g>
      <text x={width - 20} y={24} textAnchor="middle" className="fill-ink-muted text-[12px]">
        {t`N`} ↑
      </text>
    </svg>
  );
}
