import { momentText } from '../../state/format.ts'
import { titleOf } from '../../state/kinds.ts'
import { linkTo } from '../../state/route.ts'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'
import { durationText } from './durations.ts'
import type { Transition, Upcoming } from './upcoming.ts'

/** What comes by the clock alone, with what comes until a moment first, and what is not listed. */
export function UpcomingTable(props: {
  changes: readonly Upcoming[]
  transitions: Readonly<Record<string, Transition | undefined>>
  now: number
  target: number
}) {
  const { changes, transitions, now, target } = props
  const until = changes.filter(({ at }) => at <= target).length
  const columns: readonly TableColumn<Upcoming>[] = [
    {
      name: 'what',
      heading: 'What',
      width: 'minmax(0, 2fr)',
      cell: ({ name, what, id }) => `${name || id || ''} ${what}`,
    },
    { name: 'kind', heading: 'Kind', cell: ({ kind }) => titleOf(kind) },
    { name: 'at', heading: 'At', cell: ({ at }) => momentText(at) },
    { name: 'in', heading: 'In', cell: ({ at }) => durationText(at - now) },
    { name: 'then', heading: 'By then', cell: ({ at }) => (at <= target ? 'yes' : 'no') },
  ]
  return (
    <>
      <p>
        {until} of {changes.length} known changes come until {momentText(target)}.
      </p>
      <VirtualTable
        label="What will change"
        columns={columns}
        rows={changes}
        keyOf={({ kind, id, name, what, at }) => `${kind} ${id ?? name} ${what} ${at}`}
        linkOf={({ kind, id }) =>
          kind === 'faults' || kind === 'stubs' || id === undefined
            ? linkTo(linkOfKind(kind))
            : linkTo(`data/${kind}/${id}`)
        }
        classOf={({ at }) => (at <= target ? 'selected' : undefined)}
        empty="Nothing that is known changes by the clock."
      />
      <Unlisted transitions={transitions} />
    </>
  )
}

const linkOfKind = (kind: string): string => (kind === 'faults' || kind === 'stubs' ? 'faults' : `data/${kind}`)

function Unlisted({ transitions }: { transitions: Readonly<Record<string, Transition | undefined>> }) {
  const set = Object.entries(transitions).flatMap(([kind, transition]) =>
    transition === undefined ? [] : [`${titleOf(kind).toLowerCase()}: ${JSON.stringify(transition)}`],
  )
  return (
    <>
      <p class="quiet">
        Listed are starts and ends of campaigns, ad groups, schedules, promotions and order lines; reviews, reports,
        audiences, uploads, feeds and other states with documented times; and what expires: tokens, invitations,
        previews, faults and stubs. Not listed are rate limit windows, figures of delivery, statuses that follow from
        those of a parent, states that come by reads, and times to live of worlds, which go by the machine’s clock.
      </p>
      {set.length > 0 && <p>Transitions of this world: {set.join('; ')}.</p>}
    </>
  )
}
