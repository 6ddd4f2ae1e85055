/** What the plugin `classic-scripts` gives: the file and all that it imports as the text of one classic script. */
declare module '*?script' {
  const text: string;
  export default text;
}

/** What Vite gives for `import url from 'x.wasm?url'`: where it put the file. */
declare module '*.wasm?url' {
  const url: string;
  export default url;
}
