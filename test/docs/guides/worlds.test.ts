import { testPage } from '../snippets.ts'

testPage('docs/guides/worlds.md')
