import { nameOf, titleOf } from '../../state/kinds.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, setQuery, world } from '../../state/route.ts'
import type { Tables } from '../../state/world-export.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { JsonView } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Tabs } from '../../ui/tabs.tsx'
import { EntityCalls } from './entity-calls.tsx'
import { EntityEdit } from './entity-edit.tsx'
import { EntityLinks } from './entity-links.tsx'
import { EntityRules } from './entity-rules.tsx'
import { type ReadEntity, readEntity } from './entity-source.ts'
import { OperationForm } from './operation-form.tsx'

const views = ['JSON', 'Links', 'Change', 'Rules', 'Direct edit', 'Calls'] as const

/** One entity: what the API answers, what stands around it, what can be done with it, and what was. */
export function EntityPage(props: { kind: string; id: string; tables: Tables; changed: () => void }) {
  const { kind, id, tables } = props
  const { value, error } = useLoaded((signal) => readEntity(kind, id, tables, signal), [kind, id, world.value, tables])
  const shown = place.value.query.get('view') ?? 'JSON'
  const entity = value?.entity
  const status = entity?.summary_status ?? entity?.review_status ?? entity?.status
  return (
    <>
      <h1>{entity === undefined ? id : nameOf(entity)}</h1>
      <p class="actions">
        <a href={linkTo(`data/${kind}`)}>{titleOf(kind)}</a>
        <code>{id}</code>
        {typeof status === 'string' && <span class="tag">{status}</span>}
      </p>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {value === undefined ? (
        error === undefined && <p class="quiet">Loading…</p>
      ) : entity === undefined ? (
        <Notice kind="error">This world has no such entity. It may have been deleted, or be in another world.</Notice>
      ) : (
        <Tabs label="Views" names={views} shown={shown} choose={(view) => setQuery({ view })}>
          <View {...props} shown={shown} read={value} />
        </Tabs>
      )}
    </>
  )
}

function View(props: {
  shown: string
  kind: string
  id: string
  tables: Tables
  read: ReadEntity
  changed: () => void
}) {
  const { shown, kind, id, tables, read, changed } = props
  const { entity = {}, stored, source, description, operations, parameters } = read
  const row = { ...stored, ...entity }
  const { update, create } = operations
  if (shown === 'Links') {
    return <EntityLinks tables={tables} kind={kind} row={row} />
  }
  if (shown === 'Direct edit') return <EntityEdit kind={kind} id={id} entity={entity} changed={changed} />
  if (shown === 'Calls') return <EntityCalls id={id} create={create?.id} tables={tables} />
  if (shown === 'Rules' || shown === 'Change') {
    if (update === undefined) return <p class="quiet">The API has no operation that changes this kind.</p>
    if (shown === 'Rules') {
      const campaign = tables.campaigns?.find(({ id: other }) => other === row.campaign_id)
      return <EntityRules operation={update.id} row={row} campaign={campaign} />
    }
    return (
      <OperationForm
        description={description}
        operation={update}
        kind={kind}
        parameters={parameters}
        fixed={update.path.endsWith('}') ? {} : { id }}
        current={entity}
        done={changed}
      />
    )
  }
  return (
    <>
      <p class="actions">
        <span class="quiet">From {source}.</span>
        <CopyButton text={JSON.stringify(entity, null, 2)}>Copy the JSON</CopyButton>
      </p>
      <JsonView label="Entity as JSON" value={entity} />
    </>
  )
}
