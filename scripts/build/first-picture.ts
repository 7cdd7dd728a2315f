import type { HtmlTagDescriptor, Plugin } from 'vite';

/** Parts of the first picture that the first script asks for; see `codeSplitting` in vite.config.ts. */
const ASKED_FOR = ['react', 'page'];

/**
 * Has the browser fetch the whole first picture while it reads the page, instead of half of it once the
 * first script runs. Every way to open the page needs these parts, a frame of another page included.
 */
export function firstPicture(): Plugin {
  return {
    name: 'first-picture',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_, { bundle = {} }) {
        const chunks = ASKED_FOR.map((name) => {
          const found = Object.values(bundle).find(
            (file) => file.type === 'chunk' && file.name === name,
          );
          if (found?.type !== 'chunk') throw new Error(`the build has no chunk named "${name}"`);
          return found;
        });
        const styles = chunks.flatMap(({ viteMetadata }) => [...(viteMetadata?.importedCss ?? [])]);
        return [
          ...chunks.map(({ fileName }) => link({ rel: 'modulepreload', href: `./${fileName}` })),
          ...styles.map((href) => link({ rel: 'stylesheet', href: `./${href}` })),
        ];
      },
    },
  };
}

function link(attrs: Readonly<Record<string, string>>): HtmlTagDescriptor {
  return { tag: 'link', attrs: { ...attrs, crossorigin: true }, injectTo: 'head' };
}
