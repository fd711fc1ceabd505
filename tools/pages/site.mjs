// Where the site's sources and the site itself are: declared in package.json ("repository", "homepage"). A build that GitHub runs
// is of the repository that it runs for, so a fork's pages speak of the fork.
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export async function siteOf(root, environment = process.env) {
  const declared = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const found = /github(?:\.com)?[/:]([\w.-]+\/[\w.-]+?)(\.git)?$/.exec(declared.repository?.url ?? declared.repository ?? '');
  const name = environment.GITHUB_REPOSITORY ?? found?.[1];
  if (!/^[\w.-]+\/[\w.-]+$/.test(name ?? '')) throw new Error('package.json: "repository" is no address on github.com');
  const [owner, project] = name.split('/');
  const published = `https://${owner.toLowerCase()}.github.io/${project}/`;
  return {
    repository: `https://github.com/${name}`,
    home: environment.GITHUB_REPOSITORY ? published : (declared.homepage ?? published),
  };
}
