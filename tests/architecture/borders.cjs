// The borders of the house, as dependency-cruiser rules: each name says the law. Checked by borders.test.ts.

/** Files of `from` may not import files of `to`. */
const law = (name, from, to) => ({ name, severity: 'error', from: { path: from }, to: { path: to } });

/** A library may be imported only below these folders. */
const livesIn = (library, folders) => ({
  name: `${library} lives in ${folders.join(', ')}`,
  severity: 'error',
  from: { path: '^(shared|server|client)/src', pathNot: folders.map((folder) => `^${folder}`) },
  to: { path: `node_modules/${library}/` },
});

module.exports = {
  forbidden: [
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    law('shared knows neither server nor client', '^shared/', '^(server|client|tests)/'),
    law('the server does not know the client', '^server/', '^(client|tests)/'),
    law('the client meets the server only over the wire', '^client/', '^(server|tests)/'),
    { name: 'shared runs everywhere', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    law('core knows nobody', '^shared/src/core/', '^shared/src/(?!core/)'),
    law('documents know core only', '^shared/src/document/', '^shared/src/(?!core/|document/)'),
    law('board knows core and documents only', '^shared/src/board/', '^shared/src/(?!core/|document/|board/)'),
    law('objects know board, documents, core', '^shared/src/objects/', '^shared/src/(?!core/|document/|board/|objects/)'),
    law('kinds know board, documents, core', '^shared/src/kinds/', '^shared/src/(?!core/|document/|board/|objects/|kinds/)'),
    {
      name: 'kinds are strangers to one another',
      severity: 'error',
      from: { path: '^(shared|client)/src/kinds/([^/]+)/' },
      // What free objects look like, what fields mean and what templates are called belongs to all kinds.
      to: { path: '^(shared|client)/src/kinds/[^/]+/', pathNot: '^(shared|client)/src/kinds/(objects|fields|catalogue|$2)/' },
    },
    law('the client loads kinds one by one', '^client/', '^shared/src/kinds/index\\.ts$'),
    law('sync and facilitation never meet', '^server/src/sync/', '^server/src/(facilitation|http|report)/'),
    law('facilitation and sync never meet', '^server/src/facilitation/', '^server/src/(sync|http|report)/'),
    law('versions know rooms by a port only', '^server/src/versions/', '^server/src/(sync|facilitation|http|report)/'),
    law(
      'what is kept beside documents knows no sockets',
      '^server/src/(stages|rounds|market|thread|templates)/',
      '^server/src/(sync|facilitation|http|report)/',
    ),
    law('rounds, thread and templates know no marketplace', '^server/src/(stages|rounds|thread|templates)/', '^server/src/market/'),
    law('sync knows no versions', '^server/src/sync/', '^server/src/versions/'),
    law('stores know no sockets', '^server/src/store/', '^server/src/(sync|http|facilitation|report|auth)/'),
    {
      name: 'adapters are chosen by compose only',
      severity: 'error',
      from: { path: '^server/src/', pathNot: ['^server/src/(compose|main)\\.ts$', '^server/src/(store|cluster)/'] },
      to: { path: '^server/src/(store/sqlite|store/memory|cluster/(local|redis))', dependencyTypesNot: ['type-only'] },
    },
    law(
      'the editor is headless',
      '^client/src/editor/',
      '^client/src/(canvas|ui|pages|board|panels|outline|session|tools)/|node_modules/(react|react-dom|konva|react-konva)/',
    ),
    law(
      'tools know editor only',
      '^client/src/tools/',
      '^client/src/(canvas|pages|board|panels|outline|session)/|node_modules/(react|react-dom|konva|react-konva)/',
    ),
    law('the canvas imports no kind', '^client/src/canvas/', '^client/src/(kinds/[^/]+/|pages|board|panels|outline|session)'),
    law('the designer knows no open board', '^client/src/designer/', '^client/src/(canvas|editor|tools|board|panels|outline|commands)/'),
    law('ui knows no pages', '^client/src/ui/', '^client/src/(pages|board|canvas|editor|panels|outline|session)/'),
    livesIn('sharp', ['server/src/pictures']),
    livesIn('file-type', ['server/src/pictures']),
    livesIn('perfect-freehand', ['client/src/kinds/objects']),
    livesIn('konva', ['client/src/canvas', 'client/src/kinds']),
    livesIn('socket.io-client', ['client/src/session']),
    livesIn('y-websocket', ['client/src/session', 'client/src/openBoard']),
    livesIn('express', ['server/src/http', 'server/src/compose']),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['masa-src', 'import', 'require', 'node', 'default'],
      extensions: ['.ts', '.tsx', '.js', '.cjs', '.mjs'],
    },
  },
};
