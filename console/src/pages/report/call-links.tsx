import { linkTo } from '../../state/route.ts'

/** Most links that are shown of one thing. */
const most = 20

/** Links to calls in the traffic of a world; of whichever world they were made in where it is not known. */
export function CallLinks({ ids, world }: { ids: readonly string[]; world: string | undefined }) {
  return (
    <span class="ids">
      {ids.slice(0, most).map((id) => (
        <a key={id} href={linkTo(`traffic/${encodeURIComponent(id)}`, world === undefined ? { of: 'all' } : { world })}>
          {id}
        </a>
      ))}
      {ids.length > most && <span class="quiet">and {ids.length - most} more</span>}
    </span>
  )
}
