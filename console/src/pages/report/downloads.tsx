import { control } from '../../api/send.ts'
import { world } from '../../state/route.ts'
import { act } from '../../ui/notifications.tsx'
import { saveFile } from '../../ui/save-file.ts'

/** The formats of a report: its name, that of its file, and its type. */
const formats = [
  ['Markdown', 'markdown', 'report.md', 'text/markdown'],
  ['JUnit', 'junit', 'junit.xml', 'application/xml'],
  ['SARIF', 'sarif', 'report.sarif', 'application/json'],
] as const

/** Saves the report as a file, for people, CI servers and code scanning. */
export function Downloads({ isOfAll }: { isOfAll: boolean }) {
  const save = (format: string, file: string, type: string): void => {
    void act(async () => {
      const query = { format, world: isOfAll ? 'all' : undefined }
      const body = await control<unknown>(world.value, '/report', { query })
      saveFile(file, new Blob([typeof body === 'string' ? body : JSON.stringify(body, null, 2)], { type }))
    }, `Saved ${file}.`)
  }
  return (
    <>
      {formats.map(([name, format, file, type]) => (
        <button key={format} type="button" onClick={() => save(format, file, type)}>
          Save as {name}
        </button>
      ))}
    </>
  )
}
