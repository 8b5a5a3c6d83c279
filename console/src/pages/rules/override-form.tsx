import type { CatalogueEntry, Settings } from '../../../../server/library/generated/control.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { act } from '../../ui/notifications.tsx'

type Override = Settings['rules'][string]

/** Switches a rule off in the world that is shown, rewords it, and takes both back. */
export function OverrideForm({ rule, reload }: { rule: CatalogueEntry; reload: () => void }) {
  const { id } = rule
  const {
    value,
    error,
    reload: reloadSettings,
  } = useLoaded((signal) => control<Settings>(world.value, '/settings', { signal }), [])
  if (value === undefined)
    return error === undefined ? <p class="quiet">Loading…</p> : <Notice kind="error">{error}</Notice>
  const own = value.rules[id]
  const put = (override: Override | undefined, done: string): void => {
    void act(async () => {
      // Others may have changed the settings since they were loaded.
      const { rules } = await control<Settings>(world.value, '/settings')
      const { [id]: _former, ...rest } = rules
      const changed = override === undefined ? rest : { ...rest, [id]: override }
      await control(world.value, '/settings', { method: 'PUT', body: { rules: changed } })
      reloadSettings()
      reload()
    }, done)
  }
  const reword = (event: SubmitEvent): void => {
    event.preventDefault()
    const fields = new FormData(event.currentTarget as HTMLFormElement)
    const [message, code] = ['message', 'code'].map((name) => String(fields.get(name) ?? '').trim())
    put({ ...own, ...(message && { message }), ...(code && { code: Number(code) }) }, `Reworded ${id}.`)
  }
  return (
    <section aria-labelledby="override">
      <h3 id="override">In the world {world.value}</h3>
      {own === undefined && <p class="quiet">It is as the server has it.</p>}
      {own !== undefined && (
        <p>
          The world has its own: <code>{JSON.stringify(own)}</code>
        </p>
      )}
      <p class="actions">
        {rule.in_force && (
          <button type="button" class="danger" onClick={() => put({ ...own, off: true }, `Switched ${id} off.`)}>
            Switch it off
          </button>
        )}
        {!rule.in_force && (
          <button type="button" onClick={() => put({ ...own, off: false }, `Switched ${id} on.`)}>
            Switch it on
          </button>
        )}
        {own !== undefined && (
          <button type="button" onClick={() => put(undefined, `${id} is as the server has it again.`)}>
            Take back what is its own
          </button>
        )}
      </p>
      <form class="toolbar" onSubmit={reword}>
        <label class="field">
          <span>Message</span>
          <input name="message" defaultValue={rule.message} size={40} required autocomplete="off" />
        </label>
        <label class="field">
          <span>Code</span>
          <input name="code" type="number" min={0} defaultValue={String(rule.code)} required />
        </label>
        <button type="submit">Reword it</button>
      </form>
    </section>
  )
}
