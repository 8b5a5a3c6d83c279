import { groupsOf, titleOf } from '../../state/kinds.ts'
import { linkTo } from '../../state/route.ts'
import type { Tables } from '../../state/world-export.ts'

/** The kinds of entities with how many of each the world has, and the tree of advertising above them. */
export function KindList({ tables, shown }: { tables: Tables | undefined; shown: string | undefined }) {
  return (
    <nav class="kinds" aria-label="Kinds of entities">
      <a href={linkTo('data')} aria-current={shown === undefined ? 'page' : undefined}>
        Tree of ads
      </a>
      {groupsOf(tables).map(([group, kinds]) => (
        <section key={group} aria-label={group}>
          <p class="quiet">{group}</p>
          <ul>
            {kinds.map((kind) => (
              <li key={kind}>
                <a href={linkTo(`data/${kind}`)} aria-current={kind === shown ? 'page' : undefined}>
                  <span>{titleOf(kind)}</span> <span class="count">{tables?.[kind]?.length ?? ''}</span>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
