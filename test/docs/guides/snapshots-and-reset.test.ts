import { testPage } from '../snippets.ts'

testPage('docs/guides/snapshots-and-reset.md')
