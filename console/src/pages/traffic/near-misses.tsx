import type { NearMiss, Request, Unverified } from '../../../../server/library/generated/control.ts'
import { CallFailure } from '../../api/failure.ts'
import { control } from '../../api/send.ts'
import { useLoaded } from '../../state/loaded.ts'
import { linkTo, place, world } from '../../state/route.ts'
import { formatted } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { StatusText } from './status-text.tsx'

/** A call that was near to what a test expected; undefined where the journal has forgotten it. */
interface Near {
  readonly id: string
  readonly call: Request | undefined
  /** What it differs in, as far as that is known. */
  readonly difference: NearMiss | undefined
}

/** The calls that came nearest to what a test expected, by the address that its failure names. */
export function NearMisses() {
  const { query } = place.value
  const [ids, expected] = [query.get('near') ?? '', query.get('expected')]
  const { value, error } = useLoaded((signal) => load(ids.split(','), expected, signal), [ids, expected, world.value])
  return (
    <section class="card near" aria-labelledby="near">
      <h2 id="near">What a test expected, and what came near</h2>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {value === undefined && error === undefined && <p class="quiet">Loading…</p>}
      {value !== undefined && (
        <>
          {value.expectation !== undefined && <p>{value.expectation}</p>}
          <div class="columns">
            {value.near.map((near) => (
              <NearCall key={near.id} near={near} />
            ))}
          </div>
        </>
      )}
      <p>
        <a href={linkTo('traffic')}>Close this</a>
      </p>
    </section>
  )
}

function NearCall({ near: { id, call, difference } }: { near: Near }) {
  return (
    <article class="card">
      <h3>
        {call === undefined ? (
          `Call ${id}`
        ) : (
          <a href={linkTo(`traffic/${encodeURIComponent(id)}`)}>
            {call.method} {call.operation ?? call.url}
          </a>
        )}
        {call !== undefined && <StatusText status={call.status} isLost={call.answer.lost} rules={call.rules} />}
      </h3>
      {call === undefined && <p>The journal has forgotten it.</p>}
      {difference === undefined ? (
        <p class="quiet">What it differed in is not known any more: its world was reset, or the journal emptied.</p>
      ) : (
        <table class="small">
          <thead>
            <tr>
              <th scope="col">Criterion</th>
              <th scope="col">Expected</th>
              <th scope="col">Was</th>
            </tr>
          </thead>
          <tbody>
            {difference.misses.map(({ criterion, wanted, found }) => (
              <tr key={criterion}>
                <th scope="row">{criterion}</th>
                <td class="mono">{formatted(wanted)}</td>
                <td class="mono">{found === null ? 'none' : formatted(found)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </article>
  )
}

async function load(ids: readonly string[], expected: string | null, signal: AbortSignal) {
  const [calls, verdict] = await Promise.all([
    Promise.all(ids.map((id) => control<Request>(world.value, `/requests/${id}`, { signal }).catch(() => undefined))),
    expected === null ? undefined : verify(expected, signal),
  ])
  const near = ids.map((id, index): Near => {
    const difference = verdict?.near_misses?.find((miss) => miss.id === id)
    return { id, call: calls[index], difference }
  })
  return { near, expectation: verdict?.text }
}

/** Verifies again what was expected: the answer says what each call differs in. */
async function verify(
  expected: string,
  signal: AbortSignal,
): Promise<{ text: string; near_misses?: readonly NearMiss[] }> {
  try {
    await control(world.value, '/requests/verify', { body: JSON.parse(expected), signal })
    return { text: 'What was expected is met by now.' }
  } catch (failure) {
    const body = failure instanceof CallFailure ? (failure.body as Partial<Unverified> | undefined) : undefined
    if (body?.expected === undefined) throw failure
    return { text: `Expected was ${body.expected}. Found were ${body.found}.`, near_misses: body.near_misses ?? [] }
  }
}
