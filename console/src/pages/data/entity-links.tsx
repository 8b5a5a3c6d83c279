import { momentText } from '../../state/format.ts'
import { nameOf, titleOf } from '../../state/kinds.ts'
import { linkTo } from '../../state/route.ts'
import type { Row, Tables } from '../../state/world-export.ts'
import { historyOf, labelsOf, type Relation, relationsOf } from './relations.ts'

/** How many entities of a kind are linked; the rest is counted. */
const mostLinks = 20

/** What an entity belongs to, what belongs to it, its labels and its history. */
export function EntityLinks({ tables, kind, row }: { tables: Tables; kind: string; row: Row }) {
  const { parents, children } = relationsOf(tables, kind, row)
  const labels = labelsOf(tables, kind, row)
  const history = historyOf(tables, String(row.id))
  return (
    <>
      <h2>Belongs to</h2>
      <Relations relations={parents} />
      <h2>What belongs to it</h2>
      <Relations relations={children} />
      <h2>{kind === 'campaigns' ? 'Labels' : 'Labels of its campaign'}</h2>
      {labels.length === 0 ? (
        <p class="quiet">None.</p>
      ) : (
        <p class="actions">
          {labels.map((label) => (
            <a key={String(label.id)} class="tag" href={linkTo(`data/labels/${String(label.id)}`)}>
              {nameOf(label)}
            </a>
          ))}
        </p>
      )}
      <h2>History and plans</h2>
      {history.length === 0 ? (
        <p class="quiet">The world keeps none of it: earlier states are kept where figures depend on them.</p>
      ) : (
        <ul>
          {history.map(({ from, until, state }, index) => (
            <li key={index}>
              {from !== undefined && `from ${momentText(from)} `}
              {until !== undefined && `until ${momentText(until)}: `}
              <code>{JSON.stringify(state)}</code>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

function Relations({ relations }: { relations: readonly Relation[] }) {
  if (relations.length === 0) return <p class="quiet">Nothing.</p>
  const kinds = new Set(relations.map(({ kind }) => kind))
  return (
    <ul>
      {[...kinds].map((kind) => (
        <KindRelations key={kind} kind={kind} ones={relations.filter((one) => one.kind === kind)} />
      ))}
    </ul>
  )
}

function KindRelations({ kind, ones }: { kind: string; ones: readonly Relation[] }) {
  return (
    <li>
      {titleOf(kind)} ({ones.length}):{' '}
      {ones.slice(0, mostLinks).map(({ id, name, field }, index) => (
        <span key={id}>
          {index > 0 && ', '}
          <a href={linkTo(`data/${kind}/${encodeURIComponent(id)}`)} title={field}>
            {name}
          </a>
        </span>
      ))}
      {ones.length > mostLinks && ` and ${ones.length - mostLinks} more`}
    </li>
  )
}
