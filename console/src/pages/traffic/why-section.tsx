import type { Reason, Why } from '../../../../server/library/generated/control.ts'
import { linkTo } from '../../state/route.ts'
import { formatted } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'

const verdicts: Readonly<Record<Why['verdict'], string>> = {
  passed: 'It passed.',
  'partly refused': 'Some of its items were refused, and the others were stored.',
  refused: 'It was refused.',
  failed: 'The server failed.',
  unanswered: 'It has no response.',
}

/** Why a call with a status of success can be refused. */
const ofBatches = 'The API answers a batch with success, and says in the response what became of each item.'

/** The most reasons that are shown at once: those of a large batch are mostly the same. */
const mostShown = 20

/** Why a call was refused, in words, with what is known of each rule. */
export function WhySection({
  why,
  error,
  again,
}: {
  why: Why | undefined
  error: string | undefined
  again: () => void
}) {
  return (
    <section class="card" aria-labelledby="why">
      <h2 id="why">Why</h2>
      {error !== undefined && <Notice kind="error">{error}</Notice>}
      {why === undefined ? (
        error === undefined && <p class="quiet">Loading…</p>
      ) : (
        <Explanation why={why} again={again} />
      )}
    </section>
  )
}

function Explanation({ why, again }: { why: Why; again: () => void }) {
  const { verdict, status, reasons, warnings, faults, stub, near_operations } = why
  return (
    <>
      <p>
        {verdicts[verdict]}
        {status !== null && status < 400 && reasons.length > 0 && ` ${ofBatches}`}
      </p>
      <div class="reasons">
        {reasons.slice(0, mostShown).map((reason, index) => (
          <ReasonCard key={index} reason={reason} />
        ))}
      </div>
      {reasons.length > mostShown && <p>And {reasons.length - mostShown} more reasons.</p>}
      {reasons.some(({ no_passing_request }) => no_passing_request !== null) && (
        <p class="actions">
          <button type="button" onClick={again}>
            Look again for a request that passes
          </button>
        </p>
      )}
      <Texts title="Warnings" texts={warnings} />
      <Texts title="Faults that had a part in it" texts={faults} />
      <Texts title="Answered by the stub" texts={stub === null ? [] : [stub]} />
      <Texts
        title="Operations that it may have meant"
        texts={near_operations.map(({ operation, method, path }) => `${method} ${path} (${operation})`)}
      />
    </>
  )
}

function ReasonCard({ reason }: { reason: Reason }) {
  const { rule, item, field, sent, allowed, message, explanation, evidence, source, passes, no_passing_request } =
    reason
  const facts: readonly (readonly [string, string | null])[] = [
    ['Item of the batch', item === null ? null : `number ${item + 1}`],
    ['Field', field === null ? null : `${field} (${reason.in})`],
    ['Sent', sent === null || sent === undefined ? null : formatted(sent)],
    ['Allowed', allowed === message ? null : allowed],
    ['Explanation', explanation],
    ['Would pass', passes],
    ['No passing request', no_passing_request],
    ['Evidence', `${evidence}: ${source}`],
  ]
  return (
    <article class="card">
      <h3>{message === '' ? rule : message}</h3>
      <dl class="facts">
        <dt>Rule</dt>
        <dd>
          <a href={linkTo(`rules/${encodeURIComponent(rule)}`)}>{rule}</a>
        </dd>
        {facts.map(
          ([name, text]) =>
            text !== null &&
            text !== '' && (
              <>
                <dt key={name}>{name}</dt>
                <dd>{text}</dd>
              </>
            ),
        )}
      </dl>
    </article>
  )
}

function Texts({ title, texts }: { title: string; texts: readonly string[] }) {
  if (texts.length === 0) return null
  return (
    <>
      <h3>{title}</h3>
      <ul>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  )
}
