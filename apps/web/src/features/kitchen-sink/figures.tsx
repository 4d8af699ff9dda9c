import { money } from '../../lib/format.ts';
import { BarChart } from '../../ui/bar-chart.tsx';
import { LineChart } from '../../ui/line-chart.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Sparkline } from '../../ui/sparkline.tsx';
import { Stat } from '../../ui/stat.tsx';
import { Table, Td, Th } from '../../ui/table.tsx';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const REVENUE = [
  812000, 934000, 1210000, 1105000, 1380000, 1249000, 990000, 720000, 1420000, 1515000, 1610000, 1498000,
];
const BEFORE = REVENUE.map((value, index) => Math.round(value * (0.75 + (index % 4) * 0.06)));

export function Figures() {
  const print = (value: number) => money(value, 'EUR');
  const printShort = (value: number) => money(value, 'EUR', true);
  return (
    <div className="flex flex-col gap-(--gap)">
      <div className="grid grid-cols-2 gap-(--gap) lg:grid-cols-4">
        <Stat
          label="Revenue this month"
          value={printShort(1498000)}
          change={0.124}
          note="against November"
          chart={<Sparkline values={REVENUE} />}
        />
        <Stat label="Overdue" value={printShort(342000)} note="5 invoices" tone="danger" />
        <Stat label="Quotes pending" value="12" change={-0.2} note="3 expire this week" />
        <Stat label="My tasks today" value={undefined} />
      </div>
      <div className="grid gap-(--gap) lg:grid-cols-2">
        <Panel title="Revenue by month">
          <BarChart
            title="Revenue by month"
            labels={MONTHS}
            series={[
              { name: '2026', values: REVENUE },
              { name: '2025', values: BEFORE },
            ]}
            print={print}
            printShort={printShort}
          />
        </Panel>
        <Panel title="Mileage">
          <LineChart
            title="Mileage"
            labels={MONTHS}
            series={[
              { name: 'km', values: MONTHS.map((_, index) => 82000 + index * 900 + (index % 3) * 240) },
            ]}
            print={String}
          />
        </Panel>
      </div>
      <Panel title="Lines" flush>
        <Table aria-label="Lines">
          <thead>
            <tr>
              <Th>Description</Th>
              <Th numeric>Quantity</Th>
              <Th numeric>Total</Th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <Td>Brake pads, front axle</Td>
              <Td numeric>2</Td>
              <Td numeric>{print(11980)}</Td>
            </tr>
            <tr>
              <Td>Labour</Td>
              <Td numeric>1.5</Td>
              <Td numeric>{print(9750)}</Td>
            </tr>
          </tbody>
        </Table>
      </Panel>
    </div>
  );
}
