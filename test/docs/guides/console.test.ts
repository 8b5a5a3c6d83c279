import { testPage } from '../snippets.ts'

testPage('docs/guides/console.md')
