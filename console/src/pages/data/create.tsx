import type { ComponentChildren } from 'preact'
import { operationsOf } from '../../api/kind-operations.ts'
import { apiDescription } from '../../api/openapi.ts'
import { titleOf } from '../../state/kinds.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, setQuery, world } from '../../state/route.ts'
import { Notice } from '../../ui/notice.tsx'
import { readPage } from './api-lists.ts'
import { CreateByControl } from './create-by-control.tsx'
import { OperationForm } from './operation-form.tsx'

/** A form for a new entity: through the API where it creates such, by a direct edit elsewhere. */
export function CreatePage({ kind, changed }: { kind: string; changed: () => void }) {
  const { value: description, error } = useLoaded(apiDescription, [])
  const { value: first } = useLoaded(
    async (signal) => {
      const { rows } = await readPage('/ad_accounts', null, 1, signal)
      return typeof rows[0]?.id === 'string' ? rows[0].id : ''
    },
    [world.value],
  )
  const { query } = place.value
  const title = <h1>New: {titleOf(kind).toLowerCase()}</h1>
  if (error !== undefined) return <Failed title={title} text={error} />
  if (description === undefined || first === undefined) {
    return (
      <>
        {title}
        <p class="quiet">Loading…</p>
      </>
    )
  }
  const creating = description.operations.filter(({ method, body }) => method === 'POST' && body !== undefined)
  const own = operationsOf(description, kind).create
  const operation = creating.find(({ id }) => id === query.get('operation')) ?? own
  const account = query.get('account') ?? first
  const needsAccount = operation?.path.includes('{ad_account_id}')
  return (
    <>
      {title}
      <p>
        <a href={linkTo(`data/${kind}`)}>All {titleOf(kind).toLowerCase()}</a>
      </p>
      <label class="field">
        <span>Operation</span>
        <select
          value={operation?.id ?? ''}
          onChange={({ currentTarget }) => setQuery({ operation: currentTarget.value })}
        >
          {operation === undefined && <option value="">None of its own</option>}
          {creating.map(({ id, summary }) => (
            <option key={id} value={id}>
              {summary} ({id})
            </option>
          ))}
        </select>
      </label>
      {operation === undefined ? (
        <CreateByControl kind={kind} changed={changed} />
      ) : (
        <OperationForm
          key={operation.id}
          description={description}
          operation={operation}
          kind={kind}
          parameters={needsAccount ? { ad_account_id: account } : {}}
          done={changed}
        />
      )}
    </>
  )
}

const Failed = ({ title, text }: { title: ComponentChildren; text: string }) => (
  <>
    {title}
    <Notice kind="error">{text}</Notice>
  </>
)
