// A web server on this computer, for tests that fetch from it: the guard's allowance is handed in by the test.
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Lets a test speak to this computer and to nothing else. */
export const loopbackOnly = (ip: string) => ip === '127.0.0.1';

/** Starts a server and answers its address, without a slash behind, and how to end it. */
export async function pageServer(answer: RequestListener): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A page of a newspaper with everything around its article. */
export const NEWS_PAGE = `<!DOCTYPE html>
<html lang="fr"><head><meta charset="utf-8"><title>Lumen grave sa première puce | Le Circuit</title>
<meta name="author" content="Zoé Lambert"><meta property="article:published_time" content="2024-03-12T08:30:00+01:00">
<style>p { color: red }</style><script>stolen()</script></head>
<body><nav><ul><li><a href="/">Accueil</a></li><li><a href="/tech">Tech</a></li></ul></nav>
<div class="cookie-banner"><p>Nous utilisons des cookies. Tout accepter.</p></div>
<main><article><h1>Lumen grave sa première puce</h1>
<p class="article__chapo">La jeune pousse rennaise promet, douze ans après ses débuts, une puce qui consomme peu, et elle l’a montrée mardi.</p>
<p onclick="stolen()">Lumen a présenté sa puce <a href="/dossiers/puces?a=1&amp;copy=2">mardi à Rennes</a>, devant une salle pleine, et elle tient douze heures sur une batterie ordinaire, dit la société.</p>
<h2>Un calendrier serré</h2>
<p>L’usine ouvrira avant l’hiver, promet la société, qui emploiera trois cents personnes, dont la moitié vient de la région, et qui cherche encore des ingénieurs.</p>
<ul><li>Une gravure de douze nanomètres, mise au point à Rennes, sans licence étrangère.</li><li>Une mémoire <em>intégrée</em> à la puce.</li></ul>
<blockquote><p>Nous n’avons rien copié, tout est parti d’une feuille blanche, insiste la fondatrice de Lumen.</p></blockquote>
<figure><img src="/img/puce.jpg" alt="La puce de Lumen" onerror="stolen()"><figcaption>La puce, devant son boîtier.</figcaption></figure>
<p>Reste à convaincre les constructeurs, qui ont déjà leurs fournisseurs, et dont les commandes, explique un analyste, se décident deux ans à l’avance. <a href="javascript:stolen()">Réagir</a></p>
<script>stolen()</script><iframe src="https://ads.example/"></iframe>
</article></main><footer><p>© Le Circuit, tous droits réservés</p></footer></body></html>`;
