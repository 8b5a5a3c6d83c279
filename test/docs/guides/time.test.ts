import { testPage } from '../snippets.ts'

testPage('docs/guides/time.md')
