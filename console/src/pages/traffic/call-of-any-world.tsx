import { useEffect } from 'preact/hooks'
import type { Request } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'

/** Leads to a call in the world that it was made in, as lists of calls of all worlds link to it. */
export function CallOfAnyWorld({ id }: { id: string }) {
  const { value, error } = useLoaded(
    (signal) =>
      control<Request>(world.value, `/requests/${encodeURIComponent(id)}`, { query: { world: 'all' }, signal }),
    [id],
  )
  useEffect(() => {
    if (value !== undefined) location.replace(linkTo(`traffic/${encodeURIComponent(id)}`, { world: value.world }))
  }, [value])
  return (
    <>
      <h1>Call {id}</h1>
      {error === undefined ? <p class="quiet">Loading…</p> : <Notice kind="error">{error}</Notice>}
    </>
  )
}
