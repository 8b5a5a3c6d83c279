import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, setQuery } from '../../state/route.ts'
import { countText } from '../../ui/amounts.ts'
import { Notice } from '../../ui/notice.tsx'
import { compare } from './compare.ts'
import { KindTable } from './kind-table.tsx'
import { type Origins, originText } from './origin.ts'
import { OriginField } from './origin-field.tsx'

/** Compares two worlds, or a world with a snapshot: what was added, changed and removed. */
export function Comparison({ origins, of, to }: { origins: Origins; of: string; to: string }) {
  const {
    value: changes,
    error,
    reload,
  } = useLoaded(async (signal) => ({ of, to, kinds: await compare(of, to, signal) }), [of, to])
  const isOver = changes?.of === of && changes.to === to
  return (
    <section class="card" aria-labelledby="comparison">
      <h2 id="comparison">Comparison</h2>
      <div class="toolbar">
        <OriginField label="Before" origins={origins} value={of} choose={(text) => setQuery({ compare: text })} />
        <OriginField label="After" origins={origins} value={to} choose={(text) => setQuery({ with: text })} />
        <button type="button" onClick={reload}>
          Compare again
        </button>
        <button type="button" onClick={() => setQuery({ compare: to, with: of })}>
          Swap
        </button>
        <a
          href={linkTo(
            place.value.parts.length === 0 ? 'worlds' : `worlds/${place.value.parts.map(encodeURIComponent).join('/')}`,
          )}
        >
          Close
        </a>
      </div>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {!isOver && error === undefined && (
        <p role="status">
          Comparing {originText(of)} with {originText(to)}…
        </p>
      )}
      {isOver && changes.kinds.length === 0 && <p role="status">There is no difference.</p>}
      {isOver && changes.kinds.length > 0 && (
        <>
          <p role="status">{countText(changes.kinds.length, 'kind')} of entities differ.</p>
          {changes.kinds.map((kind) => (
            <KindTable key={kind.kind} changes={kind} />
          ))}
        </>
      )}
    </section>
  )
}
