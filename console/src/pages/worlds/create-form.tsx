import { useState } from 'preact/hooks'
import type { NewWorld } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { goTo, linkTo } from '../../state/route.ts'
import { reloadWorlds } from '../../state/worlds.ts'
import { act } from '../../ui/notifications.tsx'
import { type Origins, originOf, originText } from './origin.ts'
import { OriginField } from './origin-field.tsx'

/** Creates a world from a seed, a snapshot or another world. */
export function CreateForm({ origins, from }: { origins: Origins; from: string }) {
  const [origin, setOrigin] = useState(from)
  const create = (event: SubmitEvent): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget as HTMLFormElement)
    const [name, ttl] = ['name', 'ttl'].map((field) => String(fields.get(field) ?? '').trim() || undefined)
    void act(
      async () => {
        const body = { name, ttl, from: originOf(origin) }
        const { name: created } = await control<NewWorld>('default', '/worlds', { body })
        await reloadWorlds()
        goTo(`worlds/${encodeURIComponent(created)}`)
      },
      `Created a world from ${originText(origin)}.`,
    )
  }
  return (
    <section class="card" aria-labelledby="create">
      <h2 id="create">Create a world</h2>
      <form class="toolbar" onSubmit={create}>
        <OriginField label="From" origins={origins} value={origin} choose={setOrigin} />
        <label class="field">
          <span>Name (one is made up where it is empty)</span>
          <input name="name" maxLength={64} autocomplete="off" />
        </label>
        <label class="field">
          <span>Deleted after disuse of, such as 2h</span>
          <input name="ttl" autocomplete="off" placeholder="never" />
        </label>
        <button type="submit" class="primary">
          Create
        </button>
        <a href={linkTo('worlds')}>Cancel</a>
      </form>
    </section>
  )
}
