import type { Fault } from '../../../../server/library/generated/control.ts'
import { RemoveButton } from './remove-button.tsx'
import { effectText, matchText, triggerText } from './words.ts'

/** The faults of the world, with how often each had an effect. */
export function ActiveFaults({ faults, reload }: { faults: readonly Fault[]; reload: () => void }) {
  if (faults.length === 0) return <p class="quiet">No faults: every call is answered as it is.</p>
  return (
    <div class="scrolled" role="region" aria-label="Faults in force" tabIndex={0}>
      <table class="small">
        <caption>Faults</caption>
        <thead>
          <tr>
            <th scope="col">Fault</th>
            <th scope="col">Calls</th>
            <th scope="col">Which of them</th>
            <th scope="col" class="number">
              Matched
            </th>
            <th scope="col" class="number">
              Affected
            </th>
            <th scope="col">Action</th>
          </tr>
        </thead>
        <tbody>
          {faults.map((fault) => (
            <tr key={fault.id}>
              <td>
                <strong>{fault.id}</strong>
                {!fault.active && <span class="tag">used up</span>}
                <br />
                {effectText(fault)}
              </td>
              <td>{matchText(fault.match)}</td>
              <td>{triggerText(fault)}</td>
              <td class="number">{fault.matched}</td>
              <td class="number">{fault.hits}</td>
              <td>
                <RemoveButton kind="fault" id={fault.id} reload={reload} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
