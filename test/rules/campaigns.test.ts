import { showArea } from './areas.ts'

await showArea('campaigns')
