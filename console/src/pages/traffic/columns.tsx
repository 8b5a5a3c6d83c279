import type { TableColumn } from '../../ui/virtual-table.tsx'
import type { CallRow } from './call-row.ts'
import { isRefused, StatusText } from './status-text.tsx'

/** What the list shows of each call. */
export const columns: readonly TableColumn<CallRow>[] = [
  { name: 'time', heading: 'Time', width: '7.5rem', cell: ({ received }) => timeOf(received) },
  { name: 'method', heading: 'Method', width: '4.5rem', cell: ({ method }) => method },
  { name: 'name', heading: 'Operation or path', width: 'minmax(9rem, 2fr)', cell: ({ name }) => name },
  {
    name: 'status',
    heading: 'Status',
    width: '4rem',
    isNumber: true,
    cell: ({ status, isLost, rules, isPending = false }) => (
      <StatusText status={status} isLost={isLost} rules={rules} isPending={isPending} />
    ),
  },
  {
    name: 'duration',
    heading: 'Duration',
    width: '5.5rem',
    isNumber: true,
    cell: ({ duration }) => (duration === null ? '' : `${duration.toFixed(1)} ms`),
  },
  { name: 'rules', heading: 'Rules', cell: ({ rules }) => rules.join(', ') },
  { name: 'marks', heading: 'Marks', width: 'minmax(5rem, 1fr)', cell: (row) => <Marks row={row} /> },
]

/** Returns the time of the day, as the clock of the person shows it. */
export function timeOf(received: string): string {
  const time = new Date(received)
  const two = (number: number, digits = 2): string => String(number).padStart(digits, '0')
  return `${two(time.getHours())}:${two(time.getMinutes())}:${two(time.getSeconds())}.${two(time.getMilliseconds(), 3)}`
}

function Marks({ row }: { row: CallRow }) {
  const { warnings, faults, stub, isPending, status } = row
  return (
    <>
      {isPending && <span class="tag">in progress</span>}
      {isRefused(row) && (status ?? 500) < 400 && <span class="tag bad">refused</span>}
      {warnings > 0 && <span class="tag warn">{counted(warnings, 'warning')}</span>}
      {faults > 0 && <span class="tag bad">{counted(faults, 'fault')}</span>}
      {stub !== null && <span class="tag">stub</span>}
    </>
  )
}

const counted = (count: number, name: string): string => `${count} ${name}${count === 1 ? '' : 's'}`
