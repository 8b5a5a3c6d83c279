import { useState } from 'preact/hooks'
import type { Report } from '../../../../server/library/generated/control.ts'
import { messageOf } from '../../api/failure.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { notify } from '../../ui/notifications.tsx'
import { effectTitles, faultOf, optionLabels, optionsOf, triggerTitles } from './new-fault.ts'

/** A form for a fault. What the server refuses is said in its words. */
export function AddFault({ reload }: { reload: () => void }) {
  const [effect, setEffect] = useState('server_error')
  const [trigger, setTrigger] = useState('all')
  const [error, setError] = useState<string>()
  const add = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault()
    setError(undefined)
    try {
      const body = faultOf(new FormData(event.currentTarget as HTMLFormElement))
      const { id, warnings = [] } = await control<{ id: string; warnings?: string[] }>(world.value, '/faults', { body })
      notify('success', [`The fault ${id} is in force.`, ...warnings].join(' '))
      reload()
    } catch (failure) {
      setError(messageOf(failure))
    }
  }
  return (
    <section class="card" aria-labelledby="add">
      <h2 id="add">Add a fault</h2>
      <form class="fields" onSubmit={(event) => void add(event)}>
        <Operations />
        <Field name="operation" label="Operation; all when empty" list="all-operations" />
        <Field name="ad_account" label="Ad account" />
        <Field name="body_contains" label="Text of the body" />
        <Choice name="trigger" label="Which of the calls" titles={triggerTitles} value={trigger} choose={setTrigger} />
        {trigger !== 'all' && <Field name="n" label={trigger === 'probability' ? 'Probability' : 'n'} />}
        <Choice name="effect" label="Effect" titles={effectTitles} value={effect} choose={setEffect} />
        {(optionsOf[effect] ?? []).map((name) => (
          <Field key={name} name={name} label={optionLabels[name]} />
        ))}
        <Field name="times" label="Affected calls at most" />
        <Field name="expires_in" label="Ends after (30s, 5m)" />
        {error !== undefined && <Notice kind="error">{error}</Notice>}
        <p class="actions">
          <button type="submit" class="primary">
            Add the fault
          </button>
        </p>
      </form>
    </section>
  )
}

function Field({ name, label, list }: { name: string; label: string; list?: string }) {
  return (
    <label class="field">
      <span>{label}</span>
      <input name={name} list={list} autocomplete="off" />
    </label>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly label: string
  readonly titles: Readonly<Record<string, string>>
  readonly value: string
  readonly choose: (value: string) => void
}

function Choice({ name, label, titles, value, choose }: ChoiceProps) {
  return (
    <label class="field">
      <span>{label}</span>
      <select name={name} value={value} onChange={({ currentTarget }) => choose(currentTarget.value)}>
        {Object.entries(titles).map(([key, title]) => (
          <option key={key} value={key}>
            {title}
          </option>
        ))}
      </select>
    </label>
  )
}

/** The operations that can be chosen: those that were called, and those that never were. */
function Operations() {
  const { value } = useLoaded((signal) => control<Report>(world.value, '/report', { signal }), [])
  const { met, never } = value?.operations ?? { met: [], never: [] }
  const names = [...met.map(({ operation }) => operation), ...never].sort()
  return (
    <datalist id="all-operations">
      {names.map((name) => (
        <option key={name} value={name} />
      ))}
    </datalist>
  )
}
