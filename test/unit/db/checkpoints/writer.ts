// Writes to a database in a file while another thread checkpoints it, until it is killed.
import { BackgroundCheckpoints } from '#db/background-checkpoints.ts'
import { fileStorage } from '#db/file-storage.ts'
import { unlimited } from '#db/size-budget.ts'
import { emptyImage, write } from './writes.ts'

const [, , path = ''] = process.argv
const db = fileStorage(path, emptyImage(), unlimited.world).open()
const checkpoints = new BackgroundCheckpoints(() => db)
for (let written = 0; ; ) {
  while (!checkpoints.areDue) {
    write(db, 1)
    written++
  }
  const running = checkpoints.run()
  if (written > 20) process.send?.(written)
  await running
}
