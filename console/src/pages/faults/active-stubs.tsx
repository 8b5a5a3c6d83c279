import type { Stub } from '../../../../server/library/generated/control.ts'
import { JsonView } from '../../ui/json-view.tsx'
import { RemoveButton } from './remove-button.tsx'
import { matchText } from './words.ts'

/** The stubs of the world, with how many calls each has answered. */
export function ActiveStubs({ stubs, reload }: { stubs: readonly Stub[]; reload: () => void }) {
  if (stubs.length === 0) return <p class="quiet">No stubs. A call in Traffic can be answered by one from now on.</p>
  return (
    <div class="scrolled" role="region" aria-label="Stubs in force" tabIndex={0}>
      <table class="small">
        <caption>Stubs</caption>
        <thead>
          <tr>
            <th scope="col">Stub</th>
            <th scope="col">Calls</th>
            <th scope="col">Response</th>
            <th scope="col" class="number">
              Answered
            </th>
            <th scope="col">Action</th>
          </tr>
        </thead>
        <tbody>
          {stubs.map(({ id, active, match, responses, hits }) => (
            <tr key={id}>
              <td>
                <strong>{id}</strong>
                {!active && <span class="tag">used up</span>}
              </td>
              <td>{matchText(match)}</td>
              <td>
                <details>
                  <summary>{responses.map(({ status }) => status).join(', ')}</summary>
                  <JsonView value={responses} label={`Responses of the stub ${id}`} />
                </details>
              </td>
              <td class="number">{hits}</td>
              <td>
                <RemoveButton kind="stub" id={id} reload={reload} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
