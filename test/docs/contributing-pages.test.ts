import { testPage } from './snippets.ts'

testPage('docs/contributing/add-a-resource.md')
testPage('docs/contributing/architecture.md')
testPage('docs/contributing/benchmarks.md')
testPage('docs/contributing/releasing.md')
testPage('docs/contributing/testing.md')
