import type { Request } from '../../../../server/library/generated/control.ts'
import { CopyButton } from '../../ui/copy-button.tsx'
import { formatted } from '../../ui/json-view.tsx'
import { Notice } from '../../ui/notice.tsx'
import { MarkedText, partsOf } from './marked-text.tsx'

interface Side {
  readonly title: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | null
  readonly isTruncated: boolean
}

/** The request and its response, side by side. */
export function Exchange({ call, search }: { call: Request; search: string }) {
  const { request, answer } = call
  const sides: readonly Side[] = [
    { title: 'Request', headers: request.headers, body: request.body, isTruncated: request.truncated },
    { title: 'Response', headers: answer.headers, body: answer.body, isTruncated: answer.truncated },
  ]
  return (
    <>
      {search !== '' && <p role="status">{foundText(sides, search)}</p>}
      {answer.lost && <Notice kind="warning">The connection ended before the response was sent.</Notice>}
      <div class="columns">
        {sides.map((side) => (
          <ExchangeSide key={side.title} side={side} search={search} />
        ))}
      </div>
      {call.stack !== undefined && (
        <pre class="json" role="region" tabIndex={0} aria-label="Stack of the error">
          {call.stack}
        </pre>
      )}
    </>
  )
}

function foundText(sides: readonly Side[], search: string): string {
  const texts = sides.flatMap(({ headers, body }) => [...Object.entries(headers).flat(), formatted(body ?? '')])
  const count = texts.reduce((sum, text) => sum + (partsOf(text, search).length - 1) / 2, 0)
  return count === 0 ? 'Not found.' : `Found ${count} ${count === 1 ? 'time' : 'times'}.`
}

function ExchangeSide({ side: { title, headers, body, isTruncated }, search }: { side: Side; search: string }) {
  const text = formatted(body ?? '')
  return (
    <section class="card" aria-label={title}>
      <h3>{title}</h3>
      <dl class="facts mono">
        {Object.entries(headers).map(([name, value]) => (
          <>
            <dt key={name}>
              <MarkedText text={name} search={search} />
            </dt>
            <dd>
              <MarkedText text={value} search={search} />
            </dd>
          </>
        ))}
      </dl>
      <h4>Body</h4>
      {body === null ? (
        <p class="quiet">None.</p>
      ) : (
        <>
          {isTruncated && <Notice kind="warning">The journal has only the beginning of this body.</Notice>}
          <pre class="json" role="region" tabIndex={0} aria-label={`Body of the ${title.toLowerCase()}`}>
            <MarkedText text={text} search={search} />
          </pre>
          <p class="actions">
            <CopyButton text={text}>Copy the body</CopyButton>
          </p>
        </>
      )}
    </section>
  )
}
