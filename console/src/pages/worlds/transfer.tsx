import { useState } from 'preact/hooks'
import { messageOf } from '../../api/failure.ts'
import { exportedState, importState } from '../../api/state-file.ts'
import { reloadWorlds } from '../../state/worlds.ts'
import { bytesText } from '../../ui/amounts.ts'
import { Confirmation } from '../../ui/modal-dialog.tsx'
import { Notice } from '../../ui/notice.tsx'
import { act, notify } from '../../ui/notifications.tsx'
import { saveFile } from '../../ui/save-file.ts'
import { EndedBy } from './ended-by.tsx'

/** Saves a world as a file, and replaces it by one that is dropped or chosen. */
export function Transfer({ world }: { world: string }) {
  const [file, setFile] = useState<File>()
  const [isOver, setIsOver] = useState(false)
  const [state, setState] = useState<{ busy?: string; error?: string }>({})
  const save = (): void => {
    void act(async () => saveFile(`${world}.json`, await exportedState(world)), `Exported the world ${world}.`)
  }
  const load = async (taken: File): Promise<void> => {
    setState({ busy: `Importing ${taken.name}…` })
    try {
      await importState(world, taken)
      setState({})
      notify('success', `Imported ${taken.name} into the world ${world}.`)
      await reloadWorlds()
    } catch (error) {
      setState({ error: `${taken.name}: ${messageOf(error)}` })
    }
  }
  const drop = (event: DragEvent): void => {
    event.preventDefault()
    setIsOver(false)
    setFile(event.dataTransfer?.files[0])
  }
  return (
    <section aria-labelledby="transfer">
      <h3 id="transfer">Export and import</h3>
      <p class="actions">
        <button type="button" onClick={save}>
          Export as a file
        </button>
      </p>
      <section
        class={`drop ${isOver ? 'over' : ''}`}
        aria-label="Import"
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <label class="field">
          <span>Drop an export here, or choose it. It takes the place of this world.</span>
          <input
            type="file"
            accept=".json,application/json"
            onChange={({ currentTarget }) => {
              setFile(currentTarget.files?.[0])
              // The same file can be chosen again.
              currentTarget.value = ''
            }}
          />
        </label>
      </section>
      {state.busy !== undefined && <p role="status">{state.busy}</p>}
      {state.error !== undefined && <Notice kind="error">{state.error}</Notice>}
      {file !== undefined && (
        <Confirmation
          title={`Replace the world ${world} by ${file.name}?`}
          action="Import the file"
          confirm={() => void load(file)}
          close={() => setFile(undefined)}
        >
          <EndedBy world={world} />
          <p>The file has {bytesText(file.size)}. A file that is refused changes nothing.</p>
        </Confirmation>
      )}
    </section>
  )
}
