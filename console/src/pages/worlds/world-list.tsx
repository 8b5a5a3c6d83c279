import { linkTo, world as shownWorld } from '../../state/route.ts'
import { type ListedWorld, worlds } from '../../state/worlds.ts'
import { bytesText, momentText } from '../../ui/amounts.ts'
import { type TableColumn, VirtualTable } from '../../ui/virtual-table.tsx'

const columns: readonly TableColumn<ListedWorld>[] = [
  {
    name: 'name',
    heading: 'World',
    width: 'minmax(10rem, 2fr)',
    cell: ({ name }) => (name === shownWorld.value ? `${name} (shown)` : name),
  },
  { name: 'size', heading: 'Size', width: '6rem', isNumber: true, cell: ({ bytes }) => bytesText(bytes ?? 0) },
  {
    name: 'used',
    heading: 'Last call',
    cell: ({ last_used: used }) => (used ? momentText(used) : <span class="quiet">none</span>),
  },
]

/** All worlds with their sizes and when they were last called. */
export function WorldList({ selected, search }: { selected: string | undefined; search: string }) {
  return (
    <VirtualTable
      label="Worlds"
      columns={columns}
      rows={worlds.value.filter(({ name }) => name.toLowerCase().includes(search.toLowerCase()))}
      keyOf={({ name }) => name}
      linkOf={({ name }) => linkTo(`worlds/${encodeURIComponent(name)}`)}
      selected={selected}
      empty={search === '' ? 'No world has been called yet.' : 'No world has this in its name.'}
    />
  )
}
