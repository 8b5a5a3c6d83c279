import { idIn, refusalsOf, rulesOf } from '../api/refusals.ts'
import type { Answer } from '../api/send.ts'
import { linkTo } from '../state/route.ts'
import { JsonView } from './json-view.tsx'
import { Notice } from './notice.tsx'

/**
 * What the API answered to a form: its refusal in its own words, or what it stored.
 *
 * @param kind The kind of entity whose page is linked.
 * @param isTrial Whether the call went to a copy of the world, which has no journal to link to.
 */
export function AnswerView({ answer, kind, isTrial = false }: { answer: Answer; kind?: string; isTrial?: boolean }) {
  const refusals = refusalsOf(answer)
  const id = refusals.length === 0 ? idIn(answer) : undefined
  return (
    <section aria-label="Answer">
      {refusals.length === 0 && (
        <Notice kind="success">
          {answer.status}: {isTrial ? 'this would pass. Nothing was changed.' : 'done.'}
        </Notice>
      )}
      {refusals.map(({ code, message }, index) => (
        <Notice key={index} kind="error">
          <span>
            {answer.status}, code {code ?? 'none'}: {message}
          </span>
        </Notice>
      ))}
      {refusals.length > 0 && (
        <p>
          {rulesOf(answer).map((rule) => (
            <code key={rule}>{rule} </code>
          ))}
        </p>
      )}
      <p class="actions">
        {kind !== undefined && id !== undefined && !isTrial && (
          <a href={linkTo(`data/${kind}/${encodeURIComponent(id)}`)}>Open {id}</a>
        )}
        {!isTrial && <CallLink answer={answer} isRefused={refusals.length > 0} />}
      </p>
      <details>
        <summary>The answer as JSON</summary>
        <JsonView label="Answer as JSON" value={answer.body} />
      </details>
    </section>
  )
}

function CallLink({ answer, isRefused }: { answer: Answer; isRefused: boolean }) {
  const id = answer.headers.get('x-mock-request-id')
  if (id === null) return null
  return (
    <a href={linkTo(`traffic/${encodeURIComponent(id)}`)}>
      {isRefused ? 'Why it was refused, and what would pass' : 'The call in the traffic'}
    </a>
  )
}
