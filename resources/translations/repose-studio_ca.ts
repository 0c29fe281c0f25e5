<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ca" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A person&apos;s photo, in another pose.</source>
        <translation>La foto d&apos;una persona, en una altra posa.</translation>
    </message>
    <message>
        <source>About Repose Studio</source>
        <translation>Quant a Repose Studio</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Fet amb</translation>
    </message>
    <message>
        <source>Models carry their own licences: &lt;tt&gt;repose weights list&lt;/tt&gt; names each one, with what it was trained on. The published OpenPose weights are for academic, non-commercial use.</source>
        <translation>Els models porten la seva pròpia llicència: &lt;tt&gt;repose weights list&lt;/tt&gt; els anomena tots, amb les dades amb què s&apos;han entrenat. Els pesos publicats d&apos;OpenPose són per a ús acadèmic i no comercial.</translation>
    </message>
    <message>
        <source>Repose Studio is free software under the Apache License 2.0. Its icons are CC0.</source>
        <translation>Repose Studio és programari lliure sota la llicència Apache 2.0. Les icones són CC0.</translation>
    </message>
    <message>
        <source>Your photos stay on this computer: nothing that you open is sent anywhere.</source>
        <translation>Les vostres fotos es queden en aquest ordinador: res del que obriu s&apos;envia enlloc.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Repose Studio</source>
        <translation>&amp;Quant a Repose Studio</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>An&amp;ota</translation>
    </message>
    <message>
        <source>&amp;Cancel transfer</source>
        <translation>&amp;Cancel·la la transferència</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Paleta d&apos;&amp;ordres…</translation>
    </message>
    <message>
        <source>&amp;Contact sheet…</source>
        <translation>Full de &amp;contacte…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copia la imatge</translation>
    </message>
    <message>
        <source>&amp;Done and next</source>
        <translation>&amp;Fet i següent</translation>
    </message>
    <message>
        <source>&amp;Draw a pose</source>
        <translation>&amp;Dibuixa una posa</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edita</translation>
    </message>
    <message>
        <source>&amp;Export the review…</source>
        <translation>&amp;Exporta la revisió…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Fitxer</translation>
    </message>
    <message>
        <source>&amp;Find missing photos…</source>
        <translation>&amp;Cerca les fotos que falten…</translation>
    </message>
    <message>
        <source>&amp;Fit picture to pane</source>
        <translation>&amp;Ajusta la imatge al panell</translation>
    </message>
    <message>
        <source>&amp;Fit to person</source>
        <translation>A&amp;justa a la persona</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;juda</translation>
    </message>
    <message>
        <source>&amp;Import annotations…</source>
        <translation>&amp;Importa anotacions…</translation>
    </message>
    <message>
        <source>&amp;Judge pictures</source>
        <translation>&amp;Valora imatges</translation>
    </message>
    <message>
        <source>&amp;Keep in gallery</source>
        <translation>&amp;Desa a la galeria</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Teclat i ratolí</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>Dreceres de &amp;teclat…</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>En &amp;directe</translation>
    </message>
    <message>
        <source>&amp;Many photos in many poses…</source>
        <translation>&amp;Moltes fotos en moltes poses…</translation>
    </message>
    <message>
        <source>&amp;Merge reviews…</source>
        <translation>&amp;Combina revisions…</translation>
    </message>
    <message>
        <source>&amp;Mirror target pose</source>
        <translation>E&amp;mmiralla la posa objectiu</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>Projecte &amp;nou…</translation>
    </message>
    <message>
        <source>&amp;New training</source>
        <translation>Entrenament &amp;nou</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>Foto &amp;següent</translation>
    </message>
    <message>
        <source>&amp;Open a run…</source>
        <translation>&amp;Obre un entrenament…</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>&amp;Obre una foto…</translation>
    </message>
    <message>
        <source>&amp;Page to print…</source>
        <translation>&amp;Pàgina per imprimir…</translation>
    </message>
    <message>
        <source>&amp;Pose</source>
        <translation>&amp;Posa</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferències…</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>Foto a&amp;nterior</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Surt</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Refés</translation>
    </message>
    <message>
        <source>&amp;Results…</source>
        <translation>&amp;Resultats…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisa</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>De&amp;sa la imatge…</translation>
    </message>
    <message>
        <source>&amp;Skeleton over the picture</source>
        <translation>&amp;Esquelet sobre la imatge</translation>
    </message>
    <message>
        <source>&amp;Stop importing or exporting</source>
        <translation>&amp;Atura la importació o l&apos;exportació</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>E&amp;ntrenament</translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation>&amp;Transfereix</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Desfés</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Visualitza</translation>
    </message>
    <message>
        <source>A batch: chosen photos in chosen poses, with pause, going on after a restart, and a sheet</source>
        <translation>Un lot: les fotos triades en les poses triades, amb pausa, represa després de reiniciar i un full</translation>
    </message>
    <message>
        <source>A file that others can merge with theirs</source>
        <translation>Un fitxer que altres poden combinar amb el seu</translation>
    </message>
    <message>
        <source>A folder that has one folder of pictures a model</source>
        <translation>Una carpeta que té una carpeta d&apos;imatges per model</translation>
    </message>
    <message>
        <source>Add &amp;another person</source>
        <translation>&amp;Afegeix una altra persona</translation>
    </message>
    <message>
        <source>Annotate a &amp;folder…</source>
        <translation>Anota una &amp;carpeta…</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Un altre fitxer</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Una altra foto</translation>
    </message>
    <message>
        <source>Begin an empty project in a file of its own</source>
        <translation>Comença un projecte buit en un fitxer propi</translation>
    </message>
    <message>
        <source>Bring what can be read of it into a new project; the damaged file stays as it is</source>
        <translation>Porta el que se&apos;n pugui llegir a un projecte nou; el fitxer malmès es queda com és</translation>
    </message>
    <message>
        <source>Change &amp;by itself</source>
        <translation>Canvia &amp;sola</translation>
    </message>
    <message>
        <source>Choose the keys of every action</source>
        <translation>Trieu les tecles de cada acció</translation>
    </message>
    <message>
        <source>Chosen pictures with their names on one sheet</source>
        <translation>Les imatges triades amb els seus noms en un full</translation>
    </message>
    <message>
        <source>Close photo</source>
        <translation>Tanca la foto</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Colors del sistema</translation>
    </message>
    <message>
        <source>Copy pose</source>
        <translation>Copia la posa</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation>Copia la imatge al porta-retalls</translation>
    </message>
    <message>
        <source>Copy the skeleton of the pane that you are in</source>
        <translation>Copia l&apos;esquelet del panell en què sou</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Fosc</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dibuixa</translation>
    </message>
    <message>
        <source>Draw it</source>
        <translation>Dibuixa&apos;l</translation>
    </message>
    <message>
        <source>Draw the person in the target pose</source>
        <translation>Dibuixa la persona en la posa objectiu</translation>
    </message>
    <message>
        <source>Draw the photo&apos;s &amp;skeleton</source>
        <translation>Dibuixa l&apos;e&amp;squelet de la foto</translation>
    </message>
    <message>
        <source>Draw the skeleton of one more person in the photo</source>
        <translation>Dibuixa l&apos;esquelet d&apos;una persona més de la foto</translation>
    </message>
    <message>
        <source>Draw the skeleton of the person in the photo joint by joint</source>
        <translation>Dibuixa l&apos;esquelet de la persona de la foto, articulació per articulació</translation>
    </message>
    <message>
        <source>Draw the target pose joint by joint</source>
        <translation>Dibuixa la posa objectiu articulació per articulació</translation>
    </message>
    <message>
        <source>E&amp;xport annotations…</source>
        <translation>E&amp;xporta les anotacions…</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Torna a exportar</translation>
    </message>
    <message>
        <source>Export this photo&apos;s annotations…</source>
        <translation>Exporta les anotacions d&apos;aquesta foto…</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>Tira de fotos</translation>
    </message>
    <message>
        <source>Find any command by a few letters</source>
        <translation>Troba qualsevol ordre amb unes quantes lletres</translation>
    </message>
    <message>
        <source>Find the skeleton again</source>
        <translation>Torna a buscar l&apos;esquelet</translation>
    </message>
    <message>
        <source>Find them</source>
        <translation>Cerca-les</translation>
    </message>
    <message>
        <source>For a person who was taken for facing the other way</source>
        <translation>Per a una persona que s&apos;ha interpretat com si mirés cap a l&apos;altre costat</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Give the Training tab the whole window, or see it beside the panes</source>
        <translation>Dona tota la finestra a la pestanya Entrenament, o la mostra al costat dels panells</translation>
    </message>
    <message>
        <source>Give the photo all the room; Ctrl+Return then means done and next, not transfer</source>
        <translation>Dona tot l&apos;espai a la foto; Ctrl+Retorn vol dir llavors fet i següent, no pas transfereix</translation>
    </message>
    <message>
        <source>Give the target pose the place and the bone lengths of the person</source>
        <translation>Dona a la posa objectiu el lloc i les longituds dels ossos de la persona</translation>
    </message>
    <message>
        <source>Give up what is being read or written; nothing of it is kept</source>
        <translation>Renuncia al que s&apos;està llegint o escrivint; no se&apos;n conserva res</translation>
    </message>
    <message>
        <source>Go back from a model of your own to the one that came with the program</source>
        <translation>Torna d&apos;un model propi al que ve amb el programa</translation>
    </message>
    <message>
        <source>Go to the next joint that may be wrong: unsure, or at the end of an odd bone</source>
        <translation>Va a la següent articulació que pot estar malament: poc segura, o a l&apos;extrem d&apos;un os estrany</translation>
    </message>
    <message>
        <source>Go to the photo</source>
        <translation>Ves a la foto</translation>
    </message>
    <message>
        <source>Go to the picture</source>
        <translation>Ves a la imatge</translation>
    </message>
    <message>
        <source>Go to the target pose</source>
        <translation>Ves a la posa objectiu</translation>
    </message>
    <message>
        <source>Import a folder of Open&amp;Pose files…</source>
        <translation>Importa una carpeta de fitxers Open&amp;Pose…</translation>
    </message>
    <message>
        <source>Joint &amp;hidden</source>
        <translation>Articulació &amp;oculta</translation>
    </message>
    <message>
        <source>Joint &amp;missing</source>
        <translation>Articulació absent (&amp;falta)</translation>
    </message>
    <message>
        <source>Joint &amp;visible</source>
        <translation>Articulació &amp;visible</translation>
    </message>
    <message>
        <source>Judge the pictures of a &amp;folder…</source>
        <translation>Valora les imatges d&apos;una &amp;carpeta…</translation>
    </message>
    <message>
        <source>Language, colours, device, and where models lie</source>
        <translation>Llengua, colors, dispositiu i on són els models</translation>
    </message>
    <message>
        <source>Let photo and picture change places by themselves, or only with Space</source>
        <translation>Fa que la foto i la imatge s&apos;alternin soles, o només amb la barra d&apos;espai</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clar</translation>
    </message>
    <message>
        <source>List all photos of a folder and find their skeletons in the background</source>
        <translation>Llista totes les fotos d&apos;una carpeta i en busca els esquelets en segon pla</translation>
    </message>
    <message>
        <source>Look &amp;inside</source>
        <translation>Mira a &amp;dins</translation>
    </message>
    <message>
        <source>Look for people in the photo once more</source>
        <translation>Torna a buscar persones a la foto</translation>
    </message>
    <message>
        <source>Make the copied skeleton that of the person in the photo</source>
        <translation>Fa de l&apos;esquelet copiat el de la persona de la foto</translation>
    </message>
    <message>
        <source>Make the copied skeleton the target pose</source>
        <translation>Fa de l&apos;esquelet copiat la posa objectiu</translation>
    </message>
    <message>
        <source>Mark as &amp;untouched</source>
        <translation>Marca com a no &amp;tocada</translation>
    </message>
    <message>
        <source>Mark as don&amp;e</source>
        <translation>Marca com a f&amp;eta</translation>
    </message>
    <message>
        <source>Mark as dou&amp;btful</source>
        <translation>Marca com a du&amp;btosa</translation>
    </message>
    <message>
        <source>Mark as in &amp;work</source>
        <translation>Marca com a en &amp;curs</translation>
    </message>
    <message>
        <source>Mark as re&amp;jected</source>
        <translation>Marca com a re&amp;butjada</translation>
    </message>
    <message>
        <source>Mark the photo done and open the next that is not (while annotating)</source>
        <translation>Marca la foto com a feta i obre la següent que no ho està (mentre s&apos;anota)</translation>
    </message>
    <message>
        <source>Mean opinion scores with their intervals, the raters&apos; agreement, SSIM and FID</source>
        <translation>Puntuacions mitjanes d&apos;opinió amb els seus intervals, l&apos;acord entre avaluadors, SSIM i FID</translation>
    </message>
    <message>
        <source>Mirror the target pose: left and right change places</source>
        <translation>Emmiralla la posa objectiu: dreta i esquerra s&apos;intercanvien</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Projecte nou</translation>
    </message>
    <message>
        <source>Next d&amp;oubtful joint</source>
        <translation>Articulació d&amp;ubtosa següent</translation>
    </message>
    <message>
        <source>Next photo that is n&amp;ot done</source>
        <translation>Foto següent &amp;sense fer</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Obre una carpeta</translation>
    </message>
    <message>
        <source>Open a pose &amp;file…</source>
        <translation>Obre un &amp;fitxer de posa…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Obre un projecte</translation>
    </message>
    <message>
        <source>Open a training run&apos;s folder, wherever it was made</source>
        <translation>Obre la carpeta d&apos;un entrenament, s&apos;hagi fet on s&apos;hagi fet</translation>
    </message>
    <message>
        <source>Open another project; this one is saved already</source>
        <translation>Obre un altre projecte; aquest ja està desat</translation>
    </message>
    <message>
        <source>Open one or more photos</source>
        <translation>Obre una o més fotos</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>Obre un pro&amp;jecte…</translation>
    </message>
    <message>
        <source>Open the locked project for &amp;reading</source>
        <translation>Obre el projecte blocat per &amp;llegir</translation>
    </message>
    <message>
        <source>Open the next photo of the list</source>
        <translation>Obre la foto següent de la llista</translation>
    </message>
    <message>
        <source>Open the next photo that is neither done nor rejected</source>
        <translation>Obre la foto següent que no està ni feta ni rebutjada</translation>
    </message>
    <message>
        <source>Open the photo before</source>
        <translation>Obre la foto anterior</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>&amp;Imatge</translation>
    </message>
    <message>
        <source>Paint with a model from a &amp;file…</source>
        <translation>Pinta amb un model d&apos;un &amp;fitxer…</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Pinta amb ell</translation>
    </message>
    <message>
        <source>Paint with the &amp;built-in model</source>
        <translation>Pinta amb el model in&amp;corporat</translation>
    </message>
    <message>
        <source>Paint with the &amp;dropped model</source>
        <translation>Pinta amb el model &amp;deixat anar</translation>
    </message>
    <message>
        <source>Paste as target pose</source>
        <translation>Enganxa com a posa objectiu</translation>
    </message>
    <message>
        <source>Paste into the &amp;photo</source>
        <translation>Enganxa a la &amp;foto</translation>
    </message>
    <message>
        <source>Photo and picture change places by themselves; Space changes them by hand</source>
        <translation>La foto i la imatge s&apos;alternen soles; la barra d&apos;espai les alterna a mà</translation>
    </message>
    <message>
        <source>Photo and picture in &amp;turn</source>
        <translation>Foto i imatge per &amp;torns</translation>
    </message>
    <message>
        <source>Photo and picture side &amp;by side</source>
        <translation>Foto i imatge de &amp;costat</translation>
    </message>
    <message>
        <source>Picture &amp;alone</source>
        <translation>Només la im&amp;atge</translation>
    </message>
    <message>
        <source>Plan a training: photos, recipe, settings, and what it will take</source>
        <translation>Planifica un entrenament: fotos, recepta, paràmetres i què costarà</translation>
    </message>
    <message>
        <source>Pose from a p&amp;hoto…</source>
        <translation>Posa d&apos;una f&amp;oto…</translation>
    </message>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Poses and joints</source>
        <translation>Poses i articulacions</translation>
    </message>
    <message>
        <source>Put the cards over the whole screen: 1 to 5, Y, X, N, Z, Esc</source>
        <translation>Posa les fitxes a tota la pantalla: de l&apos;1 al 5, Y, X, N, Z, Esc</translation>
    </message>
    <message>
        <source>Put the photo&apos;s skeletons back to what was detected</source>
        <translation>Torna els esquelets de la foto al que s&apos;havia detectat</translation>
    </message>
    <message>
        <source>Put the selected joint back where it was detected</source>
        <translation>Torna l&apos;articulació seleccionada on s&apos;havia detectat</translation>
    </message>
    <message>
        <source>Put the target pose among your own poses</source>
        <translation>Posa la posa objectiu entre les vostres poses</translation>
    </message>
    <message>
        <source>R&amp;escue the damaged project</source>
        <translation>R&amp;escata el projecte malmès</translation>
    </message>
    <message>
        <source>Re&amp;move this person</source>
        <translation>&amp;Treu aquesta persona</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Només lectura</translation>
    </message>
    <message>
        <source>Read the target pose from an OpenPose JSON file</source>
        <translation>Llegeix la posa objectiu d&apos;un fitxer JSON d&apos;OpenPose</translation>
    </message>
    <message>
        <source>Redraw the picture by itself while the target pose changes</source>
        <translation>Redibuixa la imatge tota sola mentre canvia la posa objectiu</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>Rescata</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restableix</translation>
    </message>
    <message>
        <source>Reset joint</source>
        <translation>Restableix l&apos;articulació</translation>
    </message>
    <message>
        <source>Reset to detected</source>
        <translation>Torna al detectat</translation>
    </message>
    <message>
        <source>S&amp;lider between photo and picture</source>
        <translation>&amp;Lliscador entre la foto i la imatge</translation>
    </message>
    <message>
        <source>S&amp;wap left and right in the photo</source>
        <translation>I&amp;ntercanvia dreta i esquerra a la foto</translation>
    </message>
    <message>
        <source>Save &amp;target pose…</source>
        <translation>Desa la posa ob&amp;jectiu…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Desa una còpia</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Torna a desar</translation>
    </message>
    <message>
        <source>Save pro&amp;ject as…</source>
        <translation>Anomena i desa el pro&amp;jecte…</translation>
    </message>
    <message>
        <source>Save the picture, with how it was made</source>
        <translation>Desa la imatge, amb la informació de com s&apos;ha fet</translation>
    </message>
    <message>
        <source>Save the target pose as an OpenPose JSON file</source>
        <translation>Desa la posa objectiu com a fitxer JSON d&apos;OpenPose</translation>
    </message>
    <message>
        <source>Se&amp;quence between poses…</source>
        <translation>Se&amp;qüència entre poses…</translation>
    </message>
    <message>
        <source>Search a folder for photos of the project that are not where they were</source>
        <translation>Busca en una carpeta les fotos del projecte que no són on eren</translation>
    </message>
    <message>
        <source>Search poses</source>
        <translation>Cerca poses</translation>
    </message>
    <message>
        <source>See a project that is open elsewhere, without changing it</source>
        <translation>Mostra un projecte que està obert en un altre lloc, sense canviar-lo</translation>
    </message>
    <message>
        <source>Share your &amp;poses…</source>
        <translation>Comparteix les vostres &amp;poses…</translation>
    </message>
    <message>
        <source>Show &amp;review</source>
        <translation>Mostra la &amp;revisió</translation>
    </message>
    <message>
        <source>Show joints</source>
        <translation>Mostra les articulacions</translation>
    </message>
    <message>
        <source>Show poses</source>
        <translation>Mostra les poses</translation>
    </message>
    <message>
        <source>Show the photo beside the picture; both zoom and move together</source>
        <translation>Mostra la foto al costat de la imatge; totes dues s&apos;amplien i es mouen alhora</translation>
    </message>
    <message>
        <source>Show the picture and nothing else</source>
        <translation>Mostra la imatge i res més</translation>
    </message>
    <message>
        <source>Show the target skeleton over the picture</source>
        <translation>Mostra l&apos;esquelet objectiu sobre la imatge</translation>
    </message>
    <message>
        <source>Show training</source>
        <translation>Mostra l&apos;entrenament</translation>
    </message>
    <message>
        <source>Show where each step of the generator changed the picture (its attention masks)</source>
        <translation>Mostra on cada pas del generador ha canviat la imatge (les seves màscares d&apos;atenció)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Atura</translation>
    </message>
    <message>
        <source>Take in the review files of other people</source>
        <translation>Incorpora els fitxers de revisió d&apos;altres persones</translation>
    </message>
    <message>
        <source>Take skeletons from OpenPose JSON files, one a photo</source>
        <translation>Pren els esquelets de fitxers JSON d&apos;OpenPose, un per foto</translation>
    </message>
    <message>
        <source>Take skeletons from a file: PATN CSV, COCO or OpenPose JSON</source>
        <translation>Pren els esquelets d&apos;un fitxer: CSV de PATN, COCO o JSON d&apos;OpenPose</translation>
    </message>
    <message>
        <source>Take the main person&apos;s skeleton out of the photo</source>
        <translation>Treu de la foto l&apos;esquelet de la persona principal</translation>
    </message>
    <message>
        <source>Take the photo out of the filmstrip; its file stays</source>
        <translation>Treu la foto de la tira; el fitxer es conserva</translation>
    </message>
    <message>
        <source>Take the target pose from a person in another photo</source>
        <translation>Pren la posa objectiu d&apos;una persona d&apos;una altra foto</translation>
    </message>
    <message>
        <source>Take the weights of a generator into the program, and paint with them</source>
        <translation>Incorpora al programa els pesos d&apos;un generador i pinta amb ells</translation>
    </message>
    <message>
        <source>Take the weights that were dropped on the window into the program, and paint with them</source>
        <translation>Incorpora al programa els pesos que s&apos;han deixat anar a la finestra i pinta amb ells</translation>
    </message>
    <message>
        <source>The person on the way from pose to pose: GIF, video or numbered PNG pictures</source>
        <translation>La persona en el camí de pose a pose: GIF, vídeo o imatges PNG numerades</translation>
    </message>
    <message>
        <source>The photo left of a divider, the picture right of it; drag it, or use the arrow keys</source>
        <translation>La foto a l&apos;esquerra d&apos;un divisor i la imatge a la dreta; arrossegueu-lo, o feu servir les fletxes</translation>
    </message>
    <message>
        <source>The results as a page, as HTML</source>
        <translation>Els resultats com a pàgina, en HTML</translation>
    </message>
    <message>
        <source>Training in the whole window</source>
        <translation>Entrenament a tota la finestra</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Torna-ho a provar</translation>
    </message>
    <message>
        <source>Who judges which pictures, and how far they are</source>
        <translation>Qui valora quines imatges, i fins on ha arribat</translation>
    </message>
    <message>
        <source>Write all poses of your own into one file, which others can drop on their window</source>
        <translation>Escriu totes les vostres poses en un sol fitxer, que altres poden deixar anar a la seva finestra</translation>
    </message>
    <message>
        <source>Write the skeletons of all listed photos that are not rejected</source>
        <translation>Escriu els esquelets de totes les fotos llistades que no s&apos;han rebutjat</translation>
    </message>
    <message>
        <source>Write the skeletons of the open photo</source>
        <translation>Escriu els esquelets de la foto oberta</translation>
    </message>
    <message>
        <source>Write the whole project with its pictures under another name, and go on there</source>
        <translation>Escriu tot el projecte amb les imatges sota un altre nom, i continua allà</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Amplia</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>&amp;Redueix</translation>
    </message>
</context>
<context>
    <name>AnnotateFlow</name>
    <message>
        <source>Done. No other photo is left to do.</source>
        <translation>Fet. No queda cap altra foto per fer.</translation>
    </message>
    <message>
        <source>No other photo is left to do.</source>
        <translation>No queda cap altra foto per fer.</translation>
    </message>
    <message>
        <source>This is the first photo.</source>
        <translation>Aquesta és la primera foto.</translation>
    </message>
    <message>
        <source>This is the last photo.</source>
        <translation>Aquesta és l&apos;última foto.</translation>
    </message>
    <message>
        <source>{0}: {1} photos</source>
        <translation>{0}: {1} fotos</translation>
    </message>
</context>
<context>
    <name>Annotating</name>
    <message>
        <source>All files</source>
        <translation>Tots els fitxers</translation>
    </message>
    <message>
        <source>Annotate a folder of photos</source>
        <translation>Anota una carpeta de fotos</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotacions</translation>
    </message>
    <message>
        <source>Export the annotations of all listed photos</source>
        <translation>Exporta les anotacions de totes les fotos llistades</translation>
    </message>
    <message>
        <source>Export the annotations of this photo</source>
        <translation>Exporta les anotacions d&apos;aquesta foto</translation>
    </message>
    <message>
        <source>Import a folder of OpenPose files</source>
        <translation>Importa una carpeta de fitxers d&apos;OpenPose</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Importa anotacions</translation>
    </message>
    <message>
        <source>Skeletons found in {0} of {1} photos</source>
        <translation>S&apos;han trobat esquelets en {0} de {1} fotos</translation>
    </message>
    <message>
        <source>Skeletons looked for in all photos</source>
        <translation>S&apos;han buscat esquelets a totes les fotos</translation>
    </message>
    <message>
        <source>a folder with one file a photo</source>
        <translation>una carpeta amb un fitxer per foto</translation>
    </message>
</context>
<context>
    <name>AnnotationFiles</name>
    <message>
        <source>Import annotations</source>
        <translation>Importa anotacions</translation>
    </message>
    <message>
        <source>Importing annotations</source>
        <translation>Important anotacions</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Llegint {0}</translation>
    </message>
    <message>
        <source>Skeletons of {0} photos were imported.</source>
        <translation>S&apos;han importat els esquelets de {0} fotos.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Aturat. No s&apos;ha canviat res.</translation>
    </message>
    <message>
        <source>The format keeps no confidences, and the neck only as the middle of the shoulders.</source>
        <translation>El format no desa les confiances, i el coll només com el punt mig de les espatlles.</translation>
    </message>
    <message>
        <source>The format keeps whole pixels of the main person alone, and neither hidden nor unsure joints.</source>
        <translation>El format només desa píxels sencers de la persona principal, sense articulacions ocultes ni insegures.</translation>
    </message>
    <message>
        <source>There is no photo to export: open a folder first.</source>
        <translation>No hi ha cap foto per exportar: obriu abans una carpeta.</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>Escrivint {0}</translation>
    </message>
    <message>
        <source>about {0} s left</source>
        <translation>falten uns {0} s</translation>
    </message>
    <message>
        <source>{0} names are none of the photos: {1}</source>
        <translation>{0} noms no corresponen a cap foto: {1}</translation>
    </message>
    <message>
        <source>{0} photos have none in the file and stay as they are.</source>
        <translation>{0} fotos no en tenen al fitxer i es queden com són.</translation>
    </message>
    <message>
        <source>{0}: None of its names is one of the photos. Open the photos&apos; folder first.</source>
        <translation>{0}: Cap dels noms no és el d&apos;una de les fotos. Obriu abans la carpeta de les fotos.</translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}: {1} %</translation>
    </message>
    <message>
        <source>{0}: {1} photos were exported as {2}.</source>
        <translation>{0}: s&apos;han exportat {1} fotos com a {2}.</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>All files</source>
        <translation>Tots els fitxers</translation>
    </message>
    <message>
        <source>Paint with a model from a file</source>
        <translation>Pinta amb un model d&apos;un fitxer</translation>
    </message>
    <message>
        <source>Weights of a model</source>
        <translation>Pesos d&apos;un model</translation>
    </message>
    <message>
        <source>{0} holds the weights of a model. Shall it paint from now on?</source>
        <translation>{0} conté els pesos d&apos;un model. Ha de pintar a partir d&apos;ara?</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>, {0} could not be</source>
        <translation>, {0} no s&apos;han pogut fer</translation>
    </message>
    <message>
        <source>; paused</source>
        <translation>; en pausa</translation>
    </message>
    <message>
        <source>; the contact sheet is being made</source>
        <translation>; s&apos;està fent el full de contacte</translation>
    </message>
    <message>
        <source>; {0} left</source>
        <translation>; queden {0}</translation>
    </message>
    <message>
        <source>A picture could not be put into the project. {0}</source>
        <translation>Una imatge no s&apos;ha pogut posar al projecte. {0}</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Afegeix fotos…</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fons</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Check several: each paints the same, so that a review can compare them.</source>
        <translation>Marqueu-ne diversos: cadascun pinta el mateix, i una revisió els pot comparar.</translation>
    </message>
    <message>
        <source>Choose photos, poses and who paints them.</source>
        <translation>Trieu fotos, poses i qui les pinta.</translation>
    </message>
    <message>
        <source>Choose the folder of a batch that was left</source>
        <translation>Trieu la carpeta d&apos;un lot que va quedar a mitges</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>Carpeta per a les imatges</translation>
    </message>
    <message>
        <source>Folder of a batch</source>
        <translation>Carpeta d&apos;un lot</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Go on with a batch…</source>
        <translation>Continua un lot…</translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation>Continua {0}</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>A</translation>
    </message>
    <message>
        <source>Judge them</source>
        <translation>Valora-les</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Deixa&apos;l</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Lot nou</translation>
    </message>
    <message>
        <source>Open the contact sheet</source>
        <translation>Obre el full de contacte</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Obre la carpeta</translation>
    </message>
    <message>
        <source>Painted by</source>
        <translation>Pintat per</translation>
    </message>
    <message>
        <source>Painted by {0}, into {1}</source>
        <translation>Pintat per {0}, a {1}</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pausa</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Progress of the batch</source>
        <translation>Progrés del lot</translation>
    </message>
    <message>
        <source>Put them into the project</source>
        <translation>Posa-les al projecte</translation>
    </message>
    <message>
        <source>Scene, in the frame</source>
        <translation>Escena, dins l&apos;enquadrament</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Comença</translation>
    </message>
    <message>
        <source>Take them out of the project</source>
        <translation>Treu-les del projecte</translation>
    </message>
    <message>
        <source>The newest picture</source>
        <translation>La imatge més nova</translation>
    </message>
    <message>
        <source>The pictures are in this project: Review judges them.</source>
        <translation>Les imatges són en aquest projecte: es valoren a Revisió.</translation>
    </message>
    <message>
        <source>The pictures are not in this project.</source>
        <translation>Les imatges no són en aquest projecte.</translation>
    </message>
    <message>
        <source>Their files and what was said of them stay; Undo puts them back</source>
        <translation>Els fitxers i el que se n&apos;ha dit queden; Desfés les hi torna a posar</translation>
    </message>
    <message>
        <source>To be judged in Review, and for contact sheets</source>
        <translation>Per valorar-les a Revisió i per a fulls de contacte</translation>
    </message>
    <message>
        <source>Try the failed ones again</source>
        <translation>Torna a provar les que han fallat</translation>
    </message>
    <message>
        <source>What could not be done</source>
        <translation>El que no s&apos;ha pogut fer</translation>
    </message>
    <message>
        <source>What is made stays; the folder can be gone on with</source>
        <translation>El que està fet es conserva; es pot continuar la carpeta</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Foto sencera</translation>
    </message>
    <message>
        <source>{0} of {1} pictures are made</source>
        <translation>{0} de {1} imatges fetes</translation>
    </message>
    <message>
        <source>{0} photos × {1} poses = {2} pictures</source>
        <translation>{0} fotos × {1} poses = {2} imatges</translation>
    </message>
    <message>
        <source>{0} photos × {1} poses × {2} models = {3} pictures</source>
        <translation>{0} fotos × {1} poses × {2} models = {3} imatges</translation>
    </message>
</context>
<context>
    <name>BatchFlow</name>
    <message>
        <source>Looking at the batch</source>
        <translation>S&apos;examina el lot</translation>
    </message>
    <message>
        <source>Making the contact sheet</source>
        <translation>Es fa el full de contacte</translation>
    </message>
    <message>
        <source>Put the batch {0} into the project</source>
        <translation>Posa el lot {0} al projecte</translation>
    </message>
    <message>
        <source>Take the batch {0} out of the project</source>
        <translation>Treu el lot {0} del projecte</translation>
    </message>
    <message>
        <source>Working a batch off</source>
        <translation>Es treballa el lot</translation>
    </message>
</context>
<context>
    <name>Box</name>
    <message>
        <source>Arms crossed</source>
        <translation>Braços plegats</translation>
    </message>
    <message>
        <source>Arms raised</source>
        <translation>Braços alçats</translation>
    </message>
    <message>
        <source>Arms spread</source>
        <translation>Braços estesos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>D&apos;esquena</translation>
    </message>
    <message>
        <source>Back three-quarter, looking over the shoulder</source>
        <translation>D&apos;esquena, mirant enrere</translation>
    </message>
    <message>
        <source>Back, one hand on hip</source>
        <translation>D&apos;esquena, una mà al maluc</translation>
    </message>
    <message>
        <source>Front, arms down</source>
        <translation>De cara, braços avall</translation>
    </message>
    <message>
        <source>Front, at ease</source>
        <translation>De cara, relaxat</translation>
    </message>
    <message>
        <source>Hand to the hair</source>
        <translation>Mà als cabells</translation>
    </message>
    <message>
        <source>Hands behind the head</source>
        <translation>Mans darrere el cap</translation>
    </message>
    <message>
        <source>Hands in pockets</source>
        <translation>Mans a les butxaques</translation>
    </message>
    <message>
        <source>Hands on hips</source>
        <translation>Mans als malucs</translation>
    </message>
    <message>
        <source>Leaning to one side</source>
        <translation>Inclinat cap a un costat</translation>
    </message>
    <message>
        <source>Man in a jacket and chinos</source>
        <translation>Home amb jaqueta i pantalons xinos</translation>
    </message>
    <message>
        <source>One hand in pocket</source>
        <translation>Una mà a la butxaca</translation>
    </message>
    <message>
        <source>One hand on hip</source>
        <translation>Una mà al maluc</translation>
    </message>
    <message>
        <source>Side, facing left</source>
        <translation>De perfil, a l&apos;esquerra</translation>
    </message>
    <message>
        <source>Side, facing right</source>
        <translation>De perfil, a la dreta</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>Assegut</translation>
    </message>
    <message>
        <source>Sitting, three-quarter</source>
        <translation>Assegut, tres quarts</translation>
    </message>
    <message>
        <source>Three-quarter, facing left</source>
        <translation>Tres quarts, a l&apos;esquerra</translation>
    </message>
    <message>
        <source>Three-quarter, facing right</source>
        <translation>Tres quarts, a la dreta</translation>
    </message>
    <message>
        <source>Walking towards you</source>
        <translation>Caminant cap a la càmera</translation>
    </message>
    <message>
        <source>Walking, from the side</source>
        <translation>Caminant, de perfil</translation>
    </message>
    <message>
        <source>Waving</source>
        <translation>Saludant amb la mà</translation>
    </message>
    <message>
        <source>Woman in a jumper and a skirt</source>
        <translation>Dona amb jersei i faldilla</translation>
    </message>
    <message>
        <source>Woman in a striped top and jeans</source>
        <translation>Dona amb samarreta de ratlles i texans</translation>
    </message>
    <message>
        <source>arms</source>
        <translation>braços</translation>
    </message>
    <message>
        <source>arms up</source>
        <translation>braços amunt</translation>
    </message>
    <message>
        <source>back</source>
        <translation>esquena</translation>
    </message>
    <message>
        <source>front</source>
        <translation>cara</translation>
    </message>
    <message>
        <source>side</source>
        <translation>perfil</translation>
    </message>
    <message>
        <source>sitting</source>
        <translation>assegut</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>dret</translation>
    </message>
    <message>
        <source>three-quarter</source>
        <translation>tres quarts</translation>
    </message>
    <message>
        <source>walking</source>
        <translation>caminant</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>All joints are placed</source>
        <translation>Totes les articulacions estan col·locades</translation>
    </message>
    <message>
        <source>Click the {0}</source>
        <translation>Feu clic aquí: {0}</translation>
    </message>
    <message>
        <source>Click the {0} (the person&apos;s own right)</source>
        <translation>Feu clic aquí: {0} (la dreta de la persona)</translation>
    </message>
    <message>
        <source>Click where the {0} is · Esc: leave it missing</source>
        <translation>Feu clic on és: {0} · Esc: deixa-la absent</translation>
    </message>
    <message>
        <source>Fit picture to view</source>
        <translation>Ajusta la imatge a la vista</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculta</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Emmiralla</translation>
    </message>
    <message>
        <source>Mirror skeleton</source>
        <translation>Emmiralla l&apos;esquelet</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Absent</translation>
    </message>
    <message>
        <source>Move skeleton</source>
        <translation>Mou l&apos;esquelet</translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation>Mou: {0}</translation>
    </message>
    <message>
        <source>Move {0} and {1}</source>
        <translation>Mou: {0} i {1}</translation>
    </message>
    <message>
        <source>Nudge {0}</source>
        <translation>Desplaça: {0}</translation>
    </message>
    <message>
        <source>Place missing joint</source>
        <translation>Col·loca una articulació absent</translation>
    </message>
    <message>
        <source>Place {0}</source>
        <translation>Col·loca: {0}</translation>
    </message>
    <message>
        <source>Reach with {0}</source>
        <translation>Estira: {0}</translation>
    </message>
    <message>
        <source>Scale and turn with a box</source>
        <translation>Escala i gira amb una caixa</translation>
    </message>
    <message>
        <source>Scale skeleton</source>
        <translation>Escala l&apos;esquelet</translation>
    </message>
    <message>
        <source>Set {0} {1}</source>
        <translation>Marca {0}: {1}</translation>
    </message>
    <message>
        <source>Tab: not in the picture · Right click: hidden · Backspace: take back · Enter: finish · Esc: cancel</source>
        <translation>Tab: no és a la imatge · Clic dret: oculta · Retrocés: desfés · Retorn: acaba · Esc: cancel·la</translation>
    </message>
    <message>
        <source>Turn skeleton</source>
        <translation>Gira l&apos;esquelet</translation>
    </message>
    <message>
        <source>Turn {0}</source>
        <translation>Gira: {0}</translation>
    </message>
    <message>
        <source>Scale {0}</source>
        <translation>Escala: {0}</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Zoom to the {0}</source>
        <translation>Amplia: {0}</translation>
    </message>
    <message>
        <source>confidence {0} %</source>
        <translation>confiança {0} %</translation>
    </message>
    <message>
        <source>far from the {0}</source>
        <translation>lluny de: {0}</translation>
    </message>
    <message>
        <source>{0} joints</source>
        <translation>{0} articulacions</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>CardsWindow</name>
    <message>
        <source>All cards are judged. Thank you.</source>
        <translation>Totes les fitxes estan valorades. Gràcies.</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Molt dolenta</translation>
    </message>
    <message>
        <source>Card {0} of {1}</source>
        <translation>Fitxa {0} de {1}</translation>
    </message>
    <message>
        <source>Cards that are judged</source>
        <translation>Fitxes valorades</translation>
    </message>
    <message>
        <source>Esc  Leave</source>
        <translation>Esc  Surt</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excel·lent</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Acceptable</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Bona</translation>
    </message>
    <message>
        <source>Judge pictures</source>
        <translation>Valora imatges</translation>
    </message>
    <message>
        <source>N  Note</source>
        <translation>N  Nota</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Nota</translation>
    </message>
    <message>
        <source>Note; Return keeps it, Esc does not</source>
        <translation>Nota; Retorn la desa, Esc no</translation>
    </message>
    <message>
        <source>Picture to judge</source>
        <translation>Imatge per valorar</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Dolenta</translation>
    </message>
    <message>
        <source>X  Reject</source>
        <translation>X  Rebutja</translation>
    </message>
    <message>
        <source>Y  Accept</source>
        <translation>Y  Accepta</translation>
    </message>
    <message>
        <source>Z  Take back</source>
        <translation>Z  Desfés</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
</context>
<context>
    <name>Chip</name>
    <message>
        <source>Drag the {0} into the picture, or click here and then its place</source>
        <translation>{0}: arrossegueu-la a la imatge, o feu clic aquí i després al seu lloc</translation>
    </message>
    <message>
        <source>{0}, missing</source>
        <translation>{0}, absent</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta d&apos;ordres</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Ordres</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Cerca ordres</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Escriviu què voleu fer</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Choose pose {0}</source>
        <translation>Tria la posa {0}</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>Tanca {0}</translation>
    </message>
    <message>
        <source>Close {0} photos</source>
        <translation>Tanca {0} fotos</translation>
    </message>
    <message>
        <source>Do not fit to person</source>
        <translation>No ajustis a la persona</translation>
    </message>
    <message>
        <source>Find the skeleton again</source>
        <translation>Torna a buscar l&apos;esquelet</translation>
    </message>
    <message>
        <source>Fit to person</source>
        <translation>Ajusta a la persona</translation>
    </message>
    <message>
        <source>Mirror the target pose</source>
        <translation>Emmiralla la posa objectiu</translation>
    </message>
    <message>
        <source>Own pose</source>
        <translation>Posa pròpia</translation>
    </message>
    <message>
        <source>Pick another person</source>
        <translation>Tria una altra persona</translation>
    </message>
    <message>
        <source>Remove a person</source>
        <translation>Treu una persona</translation>
    </message>
    <message>
        <source>Reset the {0}</source>
        <translation>Restableix: {0}</translation>
    </message>
    <message>
        <source>Reset to detected</source>
        <translation>Torna al detectat</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>Intercanvia dreta i esquerra</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>No joint is in doubt</source>
        <translation>No hi ha cap articulació dubtosa</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Apple GPU (Metal)</source>
        <translation>GPU d&apos;Apple (Metal)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fet</translation>
    </message>
    <message>
        <source>-1 says that a joint is missing; places are 0 or more.</source>
        <translation>-1 vol dir que falta l&apos;articulació; els llocs són 0 o més.</translation>
    </message>
    <message>
        <source>0 is missing, 1 hidden, 2 visible.</source>
        <translation>0 vol dir que falta, 1 amagada, 2 visible.</translation>
    </message>
    <message>
        <source>0 to 18 joints, 1 partner or more, a share from 0 to below 1.</source>
        <translation>De 0 a 18 articulacions, 1 company o més, una part de 0 a menys d&apos;1.</translation>
    </message>
    <message>
        <source>A batch needs at least one photo, one pose and one model</source>
        <translation>Un lot necessita almenys una foto, una posa i un model</translation>
    </message>
    <message>
        <source>A batch of about {fits} should fit: --set loop.batch={fits}.</source>
        <translation>Hi hauria de cabre un lot d&apos;uns {fits}: --set loop.batch={fits}.</translation>
    </message>
    <message>
        <source>A contact sheet needs at least one picture</source>
        <translation>Un full de contacte necessita almenys una imatge</translation>
    </message>
    <message>
        <source>A joint&apos;s state is not visible, hidden or missing</source>
        <translation>L&apos;estat d&apos;una articulació no és visible, amagada ni absent</translation>
    </message>
    <message>
        <source>A list that comes in the box is damaged</source>
        <translation>Una llista que ve amb el programa està malmesa</translation>
    </message>
    <message>
        <source>A list that comes in the box is missing</source>
        <translation>Falta una llista que ve amb el programa</translation>
    </message>
    <message>
        <source>A part of this path is a file, not a folder</source>
        <translation>Una part d&apos;aquest camí és un fitxer, no una carpeta</translation>
    </message>
    <message>
        <source>A picture of {width:,} x {height:,} pixels does not fit into {kind}</source>
        <translation>Una imatge de {width} x {height} píxels no cap en {kind}</translation>
    </message>
    <message>
        <source>A picture&apos;s name cannot end in {suffix!r}</source>
        <translation>El nom d&apos;una imatge no pot acabar en {suffix!r}</translation>
    </message>
    <message>
        <source>A point has {count} numbers, not x, y and confidence</source>
        <translation>Un punt té {count} nombres, no x, y i confiança</translation>
    </message>
    <message>
        <source>A process that makes batches has ended ({problem})</source>
        <translation>Un procés que fa lots s&apos;ha acabat ({problem})</translation>
    </message>
    <message>
        <source>A project in memory keeps no pictures</source>
        <translation>Un projecte en memòria no desa imatges</translation>
    </message>
    <message>
        <source>A run that is taken up has its settings already</source>
        <translation>Un entrenament que es reprèn ja té els seus paràmetres</translation>
    </message>
    <message>
        <source>A score is 1, 2, 3, 4 or 5</source>
        <translation>Una puntuació és 1, 2, 3, 4 o 5</translation>
    </message>
    <message>
        <source>A sequence needs at least two poses</source>
        <translation>Una seqüència necessita almenys dues poses</translation>
    </message>
    <message>
        <source>A sequence of {poses} poses has {poses} to {most} pictures, not {frames}</source>
        <translation>Una seqüència de {poses} poses té de {poses} a {most} imatges, no {frames}</translation>
    </message>
    <message>
        <source>A sequence&apos;s name cannot end in {suffix!r}</source>
        <translation>El nom d&apos;una seqüència no pot acabar en {suffix!r}</translation>
    </message>
    <message>
        <source>A state_dict is needed, as torch.save writes it.</source>
        <translation>Cal un state_dict, com l&apos;escriu torch.save.</translation>
    </message>
    <message>
        <source>A step changes something</source>
        <translation>Un pas canvia alguna cosa</translation>
    </message>
    <message>
        <source>Add another pose.</source>
        <translation>Afegiu una altra posa.</translation>
    </message>
    <message>
        <source>Add canvas_width and canvas_height to it.</source>
        <translation>Afegiu-hi canvas_width i canvas_height.</translation>
    </message>
    <message>
        <source>Add it to `images`.</source>
        <translation>Afegiu-la a `images`.</translation>
    </message>
    <message>
        <source>Another process is preparing this data set</source>
        <translation>Un altre procés prepara aquest conjunt de dades</translation>
    </message>
    <message>
        <source>Another process trains this run (process {number} on {host})</source>
        <translation>Un altre procés fa aquest entrenament (procés {number} a {host})</translation>
    </message>
    <message>
        <source>Another program is busy with the project</source>
        <translation>Un altre programa està ocupat amb el projecte</translation>
    </message>
    <message>
        <source>Ask for the file again; it is written by Export in the Review tab.</source>
        <translation>Demaneu el fitxer un altre cop; l&apos;escriu Exporta, a la pestanya Revisió.</translation>
    </message>
    <message>
        <source>Ask for the file once more: share poses from the gallery.</source>
        <translation>Demaneu el fitxer un altre cop: es fa compartint poses des de la galeria.</translation>
    </message>
    <message>
        <source>Ask its maker for a plain state_dict, or better, for safetensors.</source>
        <translation>Demaneu a qui l&apos;ha fet un state_dict pla o, millor, safetensors.</translation>
    </message>
    <message>
        <source>At least one picture of each model must be seen</source>
        <translation>Cal veure almenys una imatge de cada model</translation>
    </message>
    <message>
        <source>Begin a new batch.</source>
        <translation>Comenceu un lot nou.</translation>
    </message>
    <message>
        <source>Bring it back and resume.</source>
        <translation>Torneu-les a posar i continueu.</translation>
    </message>
    <message>
        <source>Bring the old file back (sha256 {sha256}…), or begin a new batch in another folder.</source>
        <translation>Recupereu el fitxer antic (sha256 {sha256}…) o comenceu un lot nou en una altra carpeta.</translation>
    </message>
    <message>
        <source>CPU ({count} thread)</source>
        <translation>CPU ({count} fil)</translation>
    </message>
    <message>
        <source>CPU ({count} threads)</source>
        <translation>CPU ({count} fils)</translation>
    </message>
    <message>
        <source>Call them by the photo&apos;s path in the source.</source>
        <translation>Anomeneu-les amb el camí de la foto dins de l&apos;origen.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Canvieu-ne els permisos.</translation>
    </message>
    <message>
        <source>Change those settings, or start from other weights.</source>
        <translation>Canvieu aquests paràmetres o partiu d&apos;altres pesos.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Comproveu-ne els permisos.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Comproveu que existeix i que el podeu llegir.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Comproveu el disc.</translation>
    </message>
    <message>
        <source>Check the disk; what was done before is kept.</source>
        <translation>Comproveu el disc; el que s&apos;ha fet abans es conserva.</translation>
    </message>
    <message>
        <source>Check the path and the disk.</source>
        <translation>Comproveu el camí i el disc.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Comproveu el camí.</translation>
    </message>
    <message>
        <source>Check the permissions of its folder.</source>
        <translation>Comproveu els permisos de la seva carpeta.</translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation>Comproveu els permisos del fitxer.</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>Es comprova {name}</translation>
    </message>
    <message>
        <source>Choose --pairs garment or singles.</source>
        <translation>Trieu --pairs garment o singles.</translation>
    </message>
    <message>
        <source>Choose --split person.</source>
        <translation>Trieu --split person.</translation>
    </message>
    <message>
        <source>Choose a batch that is a multiple of {size} at every size.</source>
        <translation>Trieu un lot que sigui múltiple de {size} a cada mida.</translation>
    </message>
    <message>
        <source>Choose a file that has a pose.</source>
        <translation>Trieu un fitxer que tingui una posa.</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder.</source>
        <translation>Trieu una carpeta nova o buida.</translation>
    </message>
    <message>
        <source>Choose a photo that shows a person in the pose.</source>
        <translation>Trieu una foto que mostri una persona en la posa.</translation>
    </message>
    <message>
        <source>Choose a photo that shows a person.</source>
        <translation>Trieu una foto que mostri una persona.</translation>
    </message>
    <message>
        <source>Choose a pose, or draw one.</source>
        <translation>Trieu una posa o dibuixeu-ne una.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Trieu-ne un de més curt.</translation>
    </message>
    <message>
        <source>Choose a smaller batch.</source>
        <translation>Trieu un lot més petit.</translation>
    </message>
    <message>
        <source>Choose another disk.</source>
        <translation>Trieu un altre disc.</translation>
    </message>
    <message>
        <source>Choose another folder or change its permissions.</source>
        <translation>Trieu una altra carpeta o canvieu-ne els permisos.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete this one.</source>
        <translation>Trieu una altra carpeta o esborreu aquesta.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete this one: half of it would be found by each.</source>
        <translation>Trieu una altra carpeta o esborreu aquesta: cadascun en trobaria la meitat.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Trieu una altra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name or lift the protection.</source>
        <translation>Trieu un altre nom o traieu la protecció.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Trieu un altre nom.</translation>
    </message>
    <message>
        <source>Choose another number.</source>
        <translation>Trieu un altre nombre.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Trieu un altre lloc.</translation>
    </message>
    <message>
        <source>Choose another pose.</source>
        <translation>Trieu una altra posa.</translation>
    </message>
    <message>
        <source>Choose auto or cpu.</source>
        <translation>Trieu auto o cpu.</translation>
    </message>
    <message>
        <source>Choose auto, bf16 or float32.</source>
        <translation>Trieu auto, bf16 o float32.</translation>
    </message>
    <message>
        <source>Choose auto, cpu, cuda or mps.</source>
        <translation>Trieu auto, cpu, cuda o mps.</translation>
    </message>
    <message>
        <source>Choose level1 to level{last}: --set perceptual_layers=level1.</source>
        <translation>Trieu de level1 a level{last}: --set perceptual_layers=level1.</translation>
    </message>
    <message>
        <source>Choose of {allowed}.</source>
        <translation>Trieu d&apos;entre {allowed}.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Trieu-ne un d&apos;aquests: {names}.</translation>
    </message>
    <message>
        <source>Choose relu1_1 to relu5_4, or conv, or pool1 to pool5.</source>
        <translation>Trieu de relu1_1 a relu5_4, o conv, o de pool1 a pool5.</translation>
    </message>
    <message>
        <source>Choose some.</source>
        <translation>Trieu-ne.</translation>
    </message>
    <message>
        <source>Choose the file of a project.</source>
        <translation>Trieu el fitxer d&apos;un projecte.</translation>
    </message>
    <message>
        <source>Choose the folder that has a {file}.</source>
        <translation>Trieu la carpeta que té un {file}.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the OpenPose files, one a photo.</source>
        <translation>Trieu la carpeta que conté els fitxers d&apos;OpenPose, un per foto.</translation>
    </message>
    <message>
        <source>Choose the folder with the pictures.</source>
        <translation>Trieu la carpeta de les imatges.</translation>
    </message>
    <message>
        <source>Choose the other kind of file, or add the header.</source>
        <translation>Trieu l&apos;altra mena de fitxer o afegiu-hi la capçalera.</translation>
    </message>
    <message>
        <source>Choose vgg19 or {network}.</source>
        <translation>Trieu vgg19 o {network}.</translation>
    </message>
    <message>
        <source>Choosing and pairing</source>
        <translation>Es tria i s&apos;aparella</translation>
    </message>
    <message>
        <source>Choosing pictures</source>
        <translation>Es trien imatges</translation>
    </message>
    <message>
        <source>Close it there, or open it here for reading only.</source>
        <translation>Tanqueu-lo allà o obriu-lo aquí només per llegir-lo.</translation>
    </message>
    <message>
        <source>Confidences are from 0 to 1.</source>
        <translation>Les confiances van de 0 a 1.</translation>
    </message>
    <message>
        <source>Connect to the network once (548 MB go to torch&apos;s cache), or take the features in the box: --set perceptual_network={network} --set perceptual_layers=level1.</source>
        <translation>Connecteu-vos a la xarxa un cop (548 MB van a la memòria cau de torch) o agafeu les característiques que venen amb el programa: --set perceptual_network={network} --set perceptual_layers=level1.</translation>
    </message>
    <message>
        <source>Coordinates are in pixels.</source>
        <translation>Les coordenades són en píxels.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Copieu-lo o baixeu-lo un altre cop.</translation>
    </message>
    <message>
        <source>Correct `states` in the file&apos;s `repose` part.</source>
        <translation>Corregiu `states` a la part `repose` del fitxer.</translation>
    </message>
    <message>
        <source>Correct canvas_width and canvas_height.</source>
        <translation>Corregiu canvas_width i canvas_height.</translation>
    </message>
    <message>
        <source>Correct some in the window, or give a folder of photos whose joints are known.</source>
        <translation>Corregiu-ne algunes a la finestra o doneu una carpeta de fotos amb articulacions conegudes.</translation>
    </message>
    <message>
        <source>Create it first or choose another.</source>
        <translation>Creeu-la abans o trieu-ne una altra.</translation>
    </message>
    <message>
        <source>Delete one of the two lines.</source>
        <translation>Esborreu una de les dues línies.</translation>
    </message>
    <message>
        <source>Delete one of the two.</source>
        <translation>Esborreu-ne un dels dos.</translation>
    </message>
    <message>
        <source>Delete the folder and prepare the data set from the start.</source>
        <translation>Esborreu la carpeta i prepareu el conjunt de dades des del principi.</translation>
    </message>
    <message>
        <source>Delete the folder.</source>
        <translation>Esborreu la carpeta.</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>Volíeu dir {name}?</translation>
    </message>
    <message>
        <source>Do not use it.</source>
        <translation>No el feu servir.</translation>
    </message>
    <message>
        <source>Download the file itself, not its page.</source>
        <translation>Baixeu el fitxer mateix, no la seva pàgina.</translation>
    </message>
    <message>
        <source>Drawing picture {number} of {count}</source>
        <translation>Es dibuixa la imatge {number} de {count}</translation>
    </message>
    <message>
        <source>Export it as COCO keypoints with `images`, `annotations` and `categories`.</source>
        <translation>Exporteu-lo com a punts clau COCO amb `images`, `annotations` i `categories`.</translation>
    </message>
    <message>
        <source>Export it as OpenPose JSON with 18 or 25 points a person.</source>
        <translation>Exporteu-lo com a JSON d&apos;OpenPose amb 18 o 25 punts per persona.</translation>
    </message>
    <message>
        <source>Export the file again.</source>
        <translation>Exporteu el fitxer un altre cop.</translation>
    </message>
    <message>
        <source>Export the pose again.</source>
        <translation>Exporteu la posa un altre cop.</translation>
    </message>
    <message>
        <source>Export the run&apos;s weights, and judge that file.</source>
        <translation>Exporteu els pesos de l&apos;entrenament i avalueu aquest fitxer.</translation>
    </message>
    <message>
        <source>FID and IS need the package torch-fidelity: `pip install torch-fidelity` brings it</source>
        <translation>FID i IS necessiten el paquet torch-fidelity: el porta `pip install torch-fidelity`</translation>
    </message>
    <message>
        <source>FID and IS need the weights of Inception v3 (2015), and {path} holds something else ({reason})</source>
        <translation>FID i IS necessiten els pesos d&apos;Inception v3 (2015), i {path} conté una altra cosa ({reason})</translation>
    </message>
    <message>
        <source>FID and IS need the weights of Inception v3 (2015): {problem}</source>
        <translation>FID i IS necessiten els pesos d&apos;Inception v3 (2015): {problem}</translation>
    </message>
    <message>
        <source>Feature distances need the embedded pose estimator</source>
        <translation>Les distàncies de característiques necessiten l&apos;estimador de poses incorporat</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Baixeu-lo un altre cop.</translation>
    </message>
    <message>
        <source>Fetch or copy it again.</source>
        <translation>Baixeu-lo o copieu-lo un altre cop.</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>Es baixa {name}</translation>
    </message>
    <message>
        <source>File {number}: {error}.</source>
        <translation>Fitxer {number}: {error}.</translation>
    </message>
    <message>
        <source>Framing the people of {split}, where they are not kept yet</source>
        <translation>S&apos;enquadren les persones de {split} que encara no estan desades</translation>
    </message>
    <message>
        <source>Frechet Inception distance to the whole training set (Inception v3 of 2015, 2048 features, torchmetrics and torch-fidelity)</source>
        <translation>distància de Fréchet d&apos;Inception a tot el conjunt d&apos;entrenament (Inception v3 de 2015, 2048 característiques, torchmetrics i torch-fidelity)</translation>
    </message>
    <message>
        <source>Frechet distance to the training set on the embedded pose estimator&apos;s features (means over the picture); our own measure, comparable with itself alone: this is not FID</source>
        <translation>distància de Fréchet al conjunt d&apos;entrenament en les característiques de l&apos;estimador de poses incorporat (mitjanes sobre la imatge); és una mesura nostra, comparable només amb ella mateixa: això no és FID</translation>
    </message>
    <message>
        <source>Free some space and resume.</source>
        <translation>Allibereu espai i continueu.</translation>
    </message>
    <message>
        <source>Free some space or choose another disk.</source>
        <translation>Allibereu espai o trieu un altre disc.</translation>
    </message>
    <message>
        <source>Free some space, or set REPOSE_WEIGHTS to a folder on another disk.</source>
        <translation>Allibereu espai o poseu a REPOSE_WEIGHTS una carpeta d&apos;un altre disc.</translation>
    </message>
    <message>
        <source>Free some space; what was done before is kept.</source>
        <translation>Allibereu espai; el que s&apos;ha fet abans es conserva.</translation>
    </message>
    <message>
        <source>GPU ({name})</source>
        <translation>GPU ({name})</translation>
    </message>
    <message>
        <source>Generators and pose estimators have no figures in common</source>
        <translation>Generadors i estimadors de poses no tenen cap xifra en comú</translation>
    </message>
    <message>
        <source>Get the newest version of Repose Studio.</source>
        <translation>Aconseguiu la versió més nova de Repose Studio.</translation>
    </message>
    <message>
        <source>Give a .csv file of PATN, a .json file of COCO or OpenPose, or a folder of those.</source>
        <translation>Doneu un fitxer .csv de PATN, un .json de COCO o d&apos;OpenPose, o una carpeta que en tingui.</translation>
    </message>
    <message>
        <source>Give a CSV with the column name and a column gender or facing.</source>
        <translation>Doneu un CSV amb la columna name i una columna gender o facing.</translation>
    </message>
    <message>
        <source>Give a file name.</source>
        <translation>Doneu un nom de fitxer.</translation>
    </message>
    <message>
        <source>Give a file that a pose editor or detector exported.</source>
        <translation>Doneu un fitxer que hagi exportat un editor o un detector de poses.</translation>
    </message>
    <message>
        <source>Give a folder that holds photos/, masks/ and keypoints18.json.</source>
        <translation>Doneu una carpeta que contingui photos/, masks/ i keypoints18.json.</translation>
    </message>
    <message>
        <source>Give a folder with --data.</source>
        <translation>Doneu una carpeta amb --data.</translation>
    </message>
    <message>
        <source>Give a folder.</source>
        <translation>Doneu una carpeta.</translation>
    </message>
    <message>
        <source>Give a prepared data set, or a folder with photos/, masks/ and keypoints18.json.</source>
        <translation>Doneu un conjunt de dades preparat, o una carpeta amb photos/, masks/ i keypoints18.json.</translation>
    </message>
    <message>
        <source>Give each its own.</source>
        <translation>Doneu-ne un de propi a cadascuna.</translation>
    </message>
    <message>
        <source>Give its folder with --run.</source>
        <translation>Doneu-ne la carpeta amb --run.</translation>
    </message>
    <message>
        <source>Give one with --run.</source>
        <translation>Doneu-ne una amb --run.</translation>
    </message>
    <message>
        <source>Give the evaluation.json that repose-train evaluate wrote.</source>
        <translation>Doneu l&apos;evaluation.json que ha escrit repose-train evaluate.</translation>
    </message>
    <message>
        <source>Give the file&apos;s own path.</source>
        <translation>Doneu el camí del fitxer mateix.</translation>
    </message>
    <message>
        <source>Give the folder that holds WOMEN and MEN, or TRAIN and TEST.</source>
        <translation>Doneu la carpeta que conté WOMEN i MEN, o TRAIN i TEST.</translation>
    </message>
    <message>
        <source>Give the folder that holds the photos.</source>
        <translation>Doneu la carpeta que conté les fotos.</translation>
    </message>
    <message>
        <source>Give the picture&apos;s own path.</source>
        <translation>Doneu el camí de la imatge mateixa.</translation>
    </message>
    <message>
        <source>Give the same `repose-train prepare` command again; it goes on where it was.</source>
        <translation>Doneu un altre cop la mateixa ordre `repose-train prepare`; continua on era.</translation>
    </message>
    <message>
        <source>Go on with it by --resume, or name another folder.</source>
        <translation>Continueu-lo amb --resume o anomeneu una altra carpeta.</translation>
    </message>
    <message>
        <source>Go on with that one, or choose another folder.</source>
        <translation>Continueu aquell o trieu una altra carpeta.</translation>
    </message>
    <message>
        <source>Import OpenPose&apos;s files as OpenPose JSON.</source>
        <translation>Importeu els fitxers d&apos;OpenPose com a JSON d&apos;OpenPose.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Importeu-lo un altre cop.</translation>
    </message>
    <message>
        <source>Import it as COCO keypoints JSON, or export it with 18 or 25 points.</source>
        <translation>Importeu-lo com a JSON de punts clau COCO, o exporteu-lo amb 18 o 25 punts.</translation>
    </message>
    <message>
        <source>Import it as COCO keypoints JSON.</source>
        <translation>Importeu-lo com a JSON de punts clau COCO.</translation>
    </message>
    <message>
        <source>Inception score of torchmetrics, 10 splits, mean (Inception v3 of 2015, torch-fidelity)</source>
        <translation>puntuació Inception de torchmetrics, 10 parts, mitjana (Inception v3 de 2015, torch-fidelity)</translation>
    </message>
    <message>
        <source>Install Repose Studio again to bring it back.</source>
        <translation>Torneu a instal·lar Repose Studio per recuperar-la.</translation>
    </message>
    <message>
        <source>Install Repose Studio again to bring them back.</source>
        <translation>Torneu a instal·lar Repose Studio per recuperar-los.</translation>
    </message>
    <message>
        <source>Install the latest version.</source>
        <translation>Instal·leu l&apos;última versió.</translation>
    </message>
    <message>
        <source>It cannot be read, or is too large for the memory</source>
        <translation>No es pot llegir o és massa gran per a la memòria</translation>
    </message>
    <message>
        <source>It takes weights of OpenPose&apos;s body network, of PATN generators, and its own.</source>
        <translation>Admet pesos de la xarxa de cos d&apos;OpenPose, de generadors PATN i els propis.</translation>
    </message>
    <message>
        <source>It was not opened. Delete it and fetch or import it again.</source>
        <translation>No s&apos;ha obert. Esborreu-lo i baixeu-lo o importeu-lo un altre cop.</translation>
    </message>
    <message>
        <source>Joints in this data set were found with other weights called {name} (sha256 {then}..., now {now}...)</source>
        <translation>Les articulacions d&apos;aquest conjunt de dades es van trobar amb altres pesos anomenats {name} (sha256 {then}..., ara {now}...)</translation>
    </message>
    <message>
        <source>Judge them in several calls.</source>
        <translation>Avalueu-los en diverses crides.</translation>
    </message>
    <message>
        <source>Judge them in two calls.</source>
        <translation>Avalueu-los en dues crides.</translation>
    </message>
    <message>
        <source>Judged {suite}</source>
        <translation>S&apos;ha avaluat {suite}</translation>
    </message>
    <message>
        <source>Judging {suite}</source>
        <translation>S&apos;avalua {suite}</translation>
    </message>
    <message>
        <source>LPIPS needs AlexNet&apos;s weights: {problem}</source>
        <translation>LPIPS necessita els pesos d&apos;AlexNet: {problem}</translation>
    </message>
    <message>
        <source>LPIPS of torchmetrics with AlexNet and the published linear weights (version 0.1), pictures in [-1, 1]</source>
        <translation>LPIPS de torchmetrics amb AlexNet i els pesos lineals publicats (versió 0.1), imatges en [-1, 1]</translation>
    </message>
    <message>
        <source>Laying the picture over the photo</source>
        <translation>Es posa la imatge sobre la foto</translation>
    </message>
    <message>
        <source>Leave --preset away.</source>
        <translation>Traieu --preset.</translation>
    </message>
    <message>
        <source>Leave framing on, or resize the photo.</source>
        <translation>Deixeu l&apos;enquadrament activat o canvieu la mida de la foto.</translation>
    </message>
    <message>
        <source>Loading the generator</source>
        <translation>Es carrega el generador</translation>
    </message>
    <message>
        <source>Loading the pose estimator</source>
        <translation>Es carrega l&apos;estimador de poses</translation>
    </message>
    <message>
        <source>Look for an older copy of it.</source>
        <translation>Busqueu-ne una còpia més antiga.</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>Es miren fotos</translation>
    </message>
    <message>
        <source>Looking at the photos&apos; files</source>
        <translation>Es miren els fitxers de les fotos</translation>
    </message>
    <message>
        <source>Looking at the training set</source>
        <translation>Es mira el conjunt d&apos;entrenament</translation>
    </message>
    <message>
        <source>Make it smaller first.</source>
        <translation>Feu-la més petita abans.</translation>
    </message>
    <message>
        <source>Make it smaller: at most {most} million pixels are read.</source>
        <translation>Feu-la més petita: es llegeixen com a màxim {most} milions de píxels.</translation>
    </message>
    <message>
        <source>Make one with `repose-train prepare`.</source>
        <translation>Feu-ne un amb `repose-train prepare`.</translation>
    </message>
    <message>
        <source>Make pairs from single photos (--set pairs=made), or prepare a data set with several photos of each person.</source>
        <translation>Feu parelles de fotos soltes (--set pairs=made) o prepareu un conjunt de dades amb diverses fotos de cada persona.</translation>
    </message>
    <message>
        <source>Make pairs from single photos: --set pairs=made, or the preset single-photos.</source>
        <translation>Feu parelles de fotos soltes: --set pairs=made, o la recepta single-photos.</translation>
    </message>
    <message>
        <source>Make some first, or open a folder that has them.</source>
        <translation>Feu-ne abans o obriu una carpeta que en tingui.</translation>
    </message>
    <message>
        <source>Make the pictures first.</source>
        <translation>Feu les imatges abans.</translation>
    </message>
    <message>
        <source>Making the contact sheet</source>
        <translation>Es fa el full de contacte</translation>
    </message>
    <message>
        <source>Merge reviews of the same pictures.</source>
        <translation>Combineu revisions de les mateixes imatges.</translation>
    </message>
    <message>
        <source>Missing: {things}.</source>
        <translation>Falten: {things}.</translation>
    </message>
    <message>
        <source>Models loaded</source>
        <translation>Models carregats</translation>
    </message>
    <message>
        <source>Move it away and import your weights again; install again if it came in the box.</source>
        <translation>Traieu-lo d&apos;aquí i torneu a importar els pesos; torneu a instal·lar si venia amb el programa.</translation>
    </message>
    <message>
        <source>Moving the photo into the pose</source>
        <translation>Es porta la foto a la posa</translation>
    </message>
    <message>
        <source>Name each once.</source>
        <translation>Anomeneu-los una sola vegada.</translation>
    </message>
    <message>
        <source>Name one with --out.</source>
        <translation>Anomeneu-ne una amb --out.</translation>
    </message>
    <message>
        <source>Name the file that lies in it.</source>
        <translation>Anomeneu el fitxer que hi ha a dins.</translation>
    </message>
    <message>
        <source>Name them {names} and so on.</source>
        <translation>Anomeneu-los {names}, etc.</translation>
    </message>
    <message>
        <source>No facing is left to keep</source>
        <translation>No queda cap orientació per conservar</translation>
    </message>
    <message>
        <source>No folder is named for the run</source>
        <translation>No s&apos;ha dit cap carpeta per a l&apos;entrenament</translation>
    </message>
    <message>
        <source>No layer is named whose features are compared</source>
        <translation>No s&apos;ha dit cap capa de la qual comparar les característiques</translation>
    </message>
    <message>
        <source>No pairs are in the split &apos;{split}&apos; of this data set</source>
        <translation>No hi ha parelles a la part «{split}» d&apos;aquest conjunt de dades</translation>
    </message>
    <message>
        <source>No person was found in the photo</source>
        <translation>No s&apos;ha trobat cap persona a la foto</translation>
    </message>
    <message>
        <source>No photo of the split &apos;{split}&apos; is in the table</source>
        <translation>A la taula no hi ha cap foto de la part «{split}»</translation>
    </message>
    <message>
        <source>No photo was found</source>
        <translation>No s&apos;ha trobat cap foto</translation>
    </message>
    <message>
        <source>No picture is in the split &apos;{split}&apos; of this data set</source>
        <translation>No hi ha cap imatge a la part «{split}» d&apos;aquest conjunt de dades</translation>
    </message>
    <message>
        <source>No picture of the split &apos;{split}&apos; is in the data set</source>
        <translation>Al conjunt de dades no hi ha cap imatge de la part «{split}»</translation>
    </message>
    <message>
        <source>No run is named to take up</source>
        <translation>No s&apos;ha dit quin entrenament cal reprendre</translation>
    </message>
    <message>
        <source>No training data is named</source>
        <translation>No s&apos;han dit les dades d&apos;entrenament</translation>
    </message>
    <message>
        <source>No weights of this name, and no such file</source>
        <translation>No hi ha pesos amb aquest nom, ni cap fitxer així</translation>
    </message>
    <message>
        <source>Nobody has corrected joints in this data set: its labels are an estimator&apos;s own</source>
        <translation>Ningú no ha corregit articulacions en aquest conjunt de dades: les etiquetes són les d&apos;un estimador</translation>
    </message>
    <message>
        <source>Nobody in this folder is there in two poses</source>
        <translation>En aquesta carpeta ningú no hi és en dues poses</translation>
    </message>
    <message>
        <source>None of these figures is taken on these suites, or there are no pictures for them</source>
        <translation>Cap d&apos;aquestes xifres no es mesura en aquests jocs de proves, o no hi ha imatges per a elles</translation>
    </message>
    <message>
        <source>Nothing is known to be missing.</source>
        <translation>No consta que falti res.</translation>
    </message>
    <message>
        <source>Nothing of the project can be read</source>
        <translation>No es pot llegir res del projecte</translation>
    </message>
    <message>
        <source>Nothing of the source was kept</source>
        <translation>No s&apos;ha conservat res de l&apos;origen</translation>
    </message>
    <message>
        <source>Nothing was rescued.</source>
        <translation>No s&apos;ha rescatat res.</translation>
    </message>
    <message>
        <source>One number a joint.</source>
        <translation>Un nombre per articulació.</translation>
    </message>
    <message>
        <source>One of the poses has no joints</source>
        <translation>Una de les poses no té articulacions</translation>
    </message>
    <message>
        <source>Only {count} joints of a person were found, too few to move</source>
        <translation>Només s&apos;han trobat {count} articulacions d&apos;una persona, massa poques per moure-la</translation>
    </message>
    <message>
        <source>Open a project, a file ending in {suffix}.</source>
        <translation>Obriu un projecte, un fitxer acabat en {suffix}.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Torneu-lo a obrir.</translation>
    </message>
    <message>
        <source>Open it for reading only, or copy it to another folder.</source>
        <translation>Obre&apos;l només per llegir o copia&apos;l a una altra carpeta.</translation>
    </message>
    <message>
        <source>Open it in another program and save it as JPEG, PNG, WebP, TIFF, BMP or GIF.</source>
        <translation>Obriu-lo amb un altre programa i deseu-lo com a JPEG, PNG, WebP, TIFF, BMP o GIF.</translation>
    </message>
    <message>
        <source>Open it once for writing: it is brought up to date after a copy is made.</source>
        <translation>Obriu-lo una vegada per escriure-hi: s&apos;actualitza després de fer-ne una còpia.</translation>
    </message>
    <message>
        <source>Open it with the program that made it.</source>
        <translation>Obriu-lo amb el programa que l&apos;ha fet.</translation>
    </message>
    <message>
        <source>Open the photo itself instead.</source>
        <translation>Obriu la foto mateixa.</translation>
    </message>
    <message>
        <source>OpenPose files are one a photo, and there are {count} photos</source>
        <translation>Els fitxers d&apos;OpenPose són un per foto, i hi ha {count} fotos</translation>
    </message>
    <message>
        <source>Out of range: {joints} joints, {partners} partners or a share of {val_share}</source>
        <translation>Fora de rang: {joints} articulacions, {partners} companys o una part de {val_share}</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Es pinta</translation>
    </message>
    <message>
        <source>Painting the contact sheets</source>
        <translation>Es pinten els fulls de contacte</translation>
    </message>
    <message>
        <source>Parts of the file could not be read, so more may be missing than is counted here.</source>
        <translation>Hi ha parts del fitxer que no s&apos;han pogut llegir, així que potser falta més del que es compta aquí.</translation>
    </message>
    <message>
        <source>Photos end in {endings}.</source>
        <translation>Les fotos acaben en {endings}.</translation>
    </message>
    <message>
        <source>Pick a .safetensors or .pth.</source>
        <translation>Trieu un .safetensors o un .pth.</translation>
    </message>
    <message>
        <source>Picture {row} is not in the file</source>
        <translation>La imatge {row} no és al fitxer</translation>
    </message>
    <message>
        <source>Pictures that were made are missing</source>
        <translation>Falten imatges que s&apos;havien fet</translation>
    </message>
    <message>
        <source>Pose files up to {most:,.0f} MB are read: split it.</source>
        <translation>Es llegeixen fitxers de poses de fins a {most:.0f} MB: partiu-lo.</translation>
    </message>
    <message>
        <source>Pose {number} of the file cannot be read ({why})</source>
        <translation>La posa {number} del fitxer no es pot llegir ({why})</translation>
    </message>
    <message>
        <source>Prepare it again.</source>
        <translation>Prepareu-lo un altre cop.</translation>
    </message>
    <message>
        <source>Prepare the data set again.</source>
        <translation>Prepareu el conjunt de dades un altre cop.</translation>
    </message>
    <message>
        <source>Prepare them: repose-train prepare FOLDER.</source>
        <translation>Prepareu-les: repose-train prepare CARPETA.</translation>
    </message>
    <message>
        <source>Put a finite number there, or 0, 0, 0 for a missing joint.</source>
        <translation>Poseu-hi un nombre finit, o 0, 0, 0 per a una articulació que falta.</translation>
    </message>
    <message>
        <source>Put a number there.</source>
        <translation>Poseu-hi un nombre.</translation>
    </message>
    <message>
        <source>Put the pictures of each model into a folder with the model&apos;s name.</source>
        <translation>Poseu les imatges de cada model en una carpeta amb el nom del model.</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>Llegint anotacions</translation>
    </message>
    <message>
        <source>Reading the project</source>
        <translation>Llegint el projecte</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Es llegeix {name}</translation>
    </message>
    <message>
        <source>Rename one of the photos.</source>
        <translation>Canvieu el nom d&apos;una de les fotos.</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Canvieu el nom d&apos;una d&apos;elles.</translation>
    </message>
    <message>
        <source>Render people with several views: repose-train synthesize --views 10.</source>
        <translation>Renderitzeu persones amb diverses vistes: repose-train synthesize --views 10.</translation>
    </message>
    <message>
        <source>Rescued: {things}.</source>
        <translation>S&apos;han rescatat: {things}.</translation>
    </message>
    <message>
        <source>Resume the run.</source>
        <translation>Continueu l&apos;entrenament.</translation>
    </message>
    <message>
        <source>Resume with the settings that the run began with.</source>
        <translation>Continueu amb els paràmetres amb què va començar l&apos;entrenament.</translation>
    </message>
    <message>
        <source>SSIM as PATN&apos;s own code measures it: 40 white columns added on each side, Gaussian window of sigma 1.5, range = the generated picture&apos;s largest less its smallest value, mean over RGB</source>
        <translation>SSIM tal com la mesura el codi mateix de PATN: 40 columnes blanques afegides a cada costat, finestra gaussiana de sigma 1,5, rang = el valor més gran menys el més petit de la imatge generada, mitjana sobre RGB</translation>
    </message>
    <message>
        <source>SSIM as later papers&apos; common table has it: uniform window of 51 pixels, values 0..1 and range 1, nothing added, mean over RGB</source>
        <translation>SSIM tal com la té la taula comuna d&apos;articles posteriors: finestra uniforme de 51 píxels, valors 0..1 i rang 1, sense afegir res, mitjana sobre RGB</translation>
    </message>
    <message>
        <source>SSIM with a Gaussian window of sigma 1.5 and range 255, averaged over the person&apos;s pixels alone</source>
        <translation>SSIM amb finestra gaussiana de sigma 1,5 i rang 255, mitjana només sobre els píxels de la persona</translation>
    </message>
    <message>
        <source>Save a copy and work in that.</source>
        <translation>Deseu-ne una còpia i treballeu-hi.</translation>
    </message>
    <message>
        <source>Save it as GIF or as PNG files.</source>
        <translation>Deseu-la com a GIF o com a fitxers PNG.</translation>
    </message>
    <message>
        <source>Save it as PNG.</source>
        <translation>Deseu-la com a PNG.</translation>
    </message>
    <message>
        <source>Save the project first.</source>
        <translation>Deseu el projecte abans.</translation>
    </message>
    <message>
        <source>Searching, {count} files seen</source>
        <translation>Es busca; {count} fitxers vistos</translation>
    </message>
    <message>
        <source>Set perceptual_layers.</source>
        <translation>Poseu perceptual_layers.</translation>
    </message>
    <message>
        <source>Several people</source>
        <translation>Diverses persones</translation>
    </message>
    <message>
        <source>Start anew, or take another run.</source>
        <translation>Comenceu de nou o agafeu un altre entrenament.</translation>
    </message>
    <message>
        <source>Start without --resume.</source>
        <translation>Comenceu sense --resume.</translation>
    </message>
    <message>
        <source>Stopped at a whole step; resume goes on from here.</source>
        <translation>Aturat en un pas sencer; es pot continuar des d&apos;aquí.</translation>
    </message>
    <message>
        <source>Take another file.</source>
        <translation>Agafeu un altre fitxer.</translation>
    </message>
    <message>
        <source>Take another run.</source>
        <translation>Agafeu un altre entrenament.</translation>
    </message>
    <message>
        <source>Take the white background, or leave framing on.</source>
        <translation>Preneu el fons blanc o deixeu l&apos;enquadrament activat.</translation>
    </message>
    <message>
        <source>Take {least:g} to {most:g}.</source>
        <translation>Preneu-ne de {least:g} a {most:g}.</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory was full, so the CPU does the work from here on; it takes longer.</source>
        <translation>La memòria de la GPU era plena, així que a partir d&apos;ara la feina la fa la CPU; triga més.</translation>
    </message>
    <message>
        <source>The annotation is not an object</source>
        <translation>L&apos;anotació no és un objecte</translation>
    </message>
    <message>
        <source>The canvas is {width:g} x {height:g} pixels</source>
        <translation>El llenç és de {width:g} x {height:g} píxels</translation>
    </message>
    <message>
        <source>The category&apos;s keypoints are not COCO&apos;s 17</source>
        <translation>Els punts clau de la categoria no són els 17 de COCO</translation>
    </message>
    <message>
        <source>The checkpoint cannot be read ({reason})</source>
        <translation>El punt de control no es pot llegir ({reason})</translation>
    </message>
    <message>
        <source>The checkpoint could not be written ({problem})</source>
        <translation>El punt de control no s&apos;ha pogut escriure ({problem})</translation>
    </message>
    <message>
        <source>The checkpoint does not fit this training ({reason})</source>
        <translation>El punt de control no és d&apos;aquest entrenament ({reason})</translation>
    </message>
    <message>
        <source>The checkpoint is of another network ({reason})</source>
        <translation>El punt de control és d&apos;una altra xarxa ({reason})</translation>
    </message>
    <message>
        <source>The checkpoint lacks what is to be judged ({problem})</source>
        <translation>Al punt de control li falta allò que cal avaluar ({problem})</translation>
    </message>
    <message>
        <source>The confidence is {confidence:g}, less than 0</source>
        <translation>La confiança és {confidence:g}, menys de 0</translation>
    </message>
    <message>
        <source>The corrections for &apos;{name}&apos; could be for {photos:,} photos, {first} among them</source>
        <translation>Les correccions per a «{name}» podrien ser per a {photos:,} fotos, entre elles {first}</translation>
    </message>
    <message>
        <source>The data set has format {version}, not {known}</source>
        <translation>El conjunt de dades té el format {version}, no el {known}</translation>
    </message>
    <message>
        <source>The data set in this folder was begun with {differences}</source>
        <translation>El conjunt de dades d&apos;aquesta carpeta es va començar amb {differences}</translation>
    </message>
    <message>
        <source>The data set was begun in format {version}, not {known}</source>
        <translation>El conjunt de dades es va començar en el format {version}, no en el {known}</translation>
    </message>
    <message>
        <source>The data set&apos;s description cannot be read ({kind}: {problem})</source>
        <translation>La descripció del conjunt de dades no es pot llegir ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The demo person&apos;s photo is missing</source>
        <translation>Falta la foto de la persona de mostra</translation>
    </message>
    <message>
        <source>The disk failed while the project was used</source>
        <translation>El disc ha fallat mentre es feia servir el projecte</translation>
    </message>
    <message>
        <source>The disk has {free:,.1f} GB left, and {pictures:,} pictures need {needed:,.1f} GB</source>
        <translation>Al disc li queden {free:.1f} GB, i {pictures} imatges en necessiten {needed:.1f} GB</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disc és ple</translation>
    </message>
    <message>
        <source>The disk is read-only</source>
        <translation>El disc és només de lectura</translation>
    </message>
    <message>
        <source>The disk is too full: {file} needs {size:.0f} MB, {free:.0f} MB are free</source>
        <translation>El disc és massa ple: {file} necessita {size:.0f} MB i n&apos;hi ha {free:.0f} de lliures</translation>
    </message>
    <message>
        <source>The disk quota is used up</source>
        <translation>La quota de disc s&apos;ha exhaurit</translation>
    </message>
    <message>
        <source>The entry is not an object</source>
        <translation>L&apos;entrada no és un objecte</translation>
    </message>
    <message>
        <source>The file cannot be read ({why})</source>
        <translation>El fitxer no es pot llegir ({why})</translation>
    </message>
    <message>
        <source>The file changed while it was read</source>
        <translation>El fitxer ha canviat mentre es llegia</translation>
    </message>
    <message>
        <source>The file claims more weights than it holds</source>
        <translation>El fitxer diu que té més pesos dels que conté</translation>
    </message>
    <message>
        <source>The file holds more than weights (Python objects that could run code) and was not opened</source>
        <translation>El fitxer conté més que pesos (objectes de Python que podrien executar codi) i no s&apos;ha obert</translation>
    </message>
    <message>
        <source>The file holds no people</source>
        <translation>El fitxer no conté cap persona</translation>
    </message>
    <message>
        <source>The file holds no person with a joint</source>
        <translation>El fitxer no conté cap persona amb articulacions</translation>
    </message>
    <message>
        <source>The file holds no table of named weights</source>
        <translation>El fitxer no conté cap taula de pesos amb nom</translation>
    </message>
    <message>
        <source>The file holds {kind} {shape}, not bytes of {wanted}</source>
        <translation>El fitxer conté {kind} {shape}, no bytes de {wanted}</translation>
    </message>
    <message>
        <source>The file is a database of another program</source>
        <translation>El fitxer és una base de dades d&apos;un altre programa</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>El fitxer és buit</translation>
    </message>
    <message>
        <source>The file is larger than the disk allows</source>
        <translation>El fitxer és més gran del que permet el disc</translation>
    </message>
    <message>
        <source>The file is not a picture, or of a kind that cannot be read</source>
        <translation>El fitxer no és cap imatge, o és d&apos;una mena que no es pot llegir</translation>
    </message>
    <message>
        <source>The file is not text, so it cannot be a pose file</source>
        <translation>El fitxer no és text, així que no pot ser un fitxer de poses</translation>
    </message>
    <message>
        <source>The file is of format version {version}, made by a later Repose Studio than this one</source>
        <translation>El fitxer és de la versió {version} del format, feta per un Repose Studio posterior a aquest</translation>
    </message>
    <message>
        <source>The file is of format version {version}, which this Repose Studio does not know</source>
        <translation>El fitxer és de la versió {version} del format, que aquest Repose Studio no coneix</translation>
    </message>
    <message>
        <source>The file is too large ({megabytes:,.0f} MB)</source>
        <translation>El fitxer és massa gran ({megabytes:.0f} MB)</translation>
    </message>
    <message>
        <source>The file is write-protected</source>
        <translation>El fitxer està protegit contra escriptura</translation>
    </message>
    <message>
        <source>The file lists no `images`</source>
        <translation>El fitxer no té cap llista `images`</translation>
    </message>
    <message>
        <source>The file was changed or damaged: its sha256 is {actual}..., not {expected}...</source>
        <translation>El fitxer ha canviat o està malmès: el seu sha256 és {actual}..., no {expected}...</translation>
    </message>
    <message>
        <source>The file&apos;s header does not fit its weights</source>
        <translation>La capçalera del fitxer no correspon als seus pesos</translation>
    </message>
    <message>
        <source>The file&apos;s header holds values of a wrong kind</source>
        <translation>La capçalera del fitxer conté valors d&apos;una mena que no hi va</translation>
    </message>
    <message>
        <source>The file&apos;s header lacks {key}</source>
        <translation>A la capçalera del fitxer li falta {key}</translation>
    </message>
    <message>
        <source>The first line is not the header {expected!r} but {shown!r}</source>
        <translation>La primera línia no és la capçalera {expected!r} sinó {shown!r}</translation>
    </message>
    <message>
        <source>The folder cannot be read ({why})</source>
        <translation>La carpeta no es pot llegir ({why})</translation>
    </message>
    <message>
        <source>The folder does not exist</source>
        <translation>La carpeta no existeix</translation>
    </message>
    <message>
        <source>The folder holds something else already ({other})</source>
        <translation>La carpeta ja conté una altra cosa ({other})</translation>
    </message>
    <message>
        <source>The image has no `file_name`</source>
        <translation>La imatge no té `file_name`</translation>
    </message>
    <message>
        <source>The image has no `id`</source>
        <translation>La imatge no té `id`</translation>
    </message>
    <message>
        <source>The index of weights cannot be used: {why}</source>
        <translation>L&apos;índex de pesos no es pot fer servir: {why}</translation>
    </message>
    <message>
        <source>The keypoints are no list of 17 triples of x, y and v</source>
        <translation>Els punts clau no són una llista de 17 ternes de x, y i v</translation>
    </message>
    <message>
        <source>The keypoints are not a list</source>
        <translation>Els punts clau no són una llista</translation>
    </message>
    <message>
        <source>The keypoints are {count} numbers, not 17 triples of x, y and v</source>
        <translation>Els punts clau són {count} nombres, no 17 ternes de x, y i v</translation>
    </message>
    <message>
        <source>The keypoints are {count} numbers, not 17 triples of x, y and v, which looks like OpenPose</source>
        <translation>Els punts clau són {count} nombres, no 17 ternes de x, y i v: sembla OpenPose</translation>
    </message>
    <message>
        <source>The labels cannot be read ({why})</source>
        <translation>Les etiquetes no es poden llegir ({why})</translation>
    </message>
    <message>
        <source>The labels have no column name, or neither gender nor facing</source>
        <translation>Les etiquetes no tenen columna name, o ni gender ni facing</translation>
    </message>
    <message>
        <source>The last checkpoint is whole; resume from it with a lower rate.</source>
        <translation>L&apos;últim punt de control està sencer; continueu des d&apos;allà amb una taxa més baixa.</translation>
    </message>
    <message>
        <source>The last pictures could not be written</source>
        <translation>Les últimes imatges no s&apos;han pogut escriure</translation>
    </message>
    <message>
        <source>The line does not have {count} entries separated by {separator!r}</source>
        <translation>La línia no té {count} entrades separades per {separator!r}</translation>
    </message>
    <message>
        <source>The line has another number of cells than the first</source>
        <translation>La línia no té el mateix nombre de cel·les que la primera</translation>
    </message>
    <message>
        <source>The line is not CSV ({why})</source>
        <translation>La línia no és CSV ({why})</translation>
    </message>
    <message>
        <source>The list has {listed:,} pictures, the data set {pictures:,}</source>
        <translation>La llista té {listed} imatges, el conjunt de dades {pictures}</translation>
    </message>
    <message>
        <source>The list of pictures cannot be read ({kind}: {problem})</source>
        <translation>La llista d&apos;imatges no es pot llegir ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The loss {names} is not finite at step {step} ({losses})</source>
        <translation>La pèrdua {names} no és finita al pas {step} ({losses})</translation>
    </message>
    <message>
        <source>The mask has not its photo&apos;s shape</source>
        <translation>La màscara no té la mida de la seva foto</translation>
    </message>
    <message>
        <source>The memory of {device} is too small for a batch of {batch}</source>
        <translation>La memòria de {device} és massa petita per a un lot de {batch}</translation>
    </message>
    <message>
        <source>The mirror image of {name} would have the name of another photo, {flipped}</source>
        <translation>La imatge emmirallada de {name} tindria el nom d&apos;una altra foto, {flipped}</translation>
    </message>
    <message>
        <source>The name is too long for the disk</source>
        <translation>El nom és massa llarg per al disc</translation>
    </message>
    <message>
        <source>The person has 17 points, which looks like COCO, not like OpenPose</source>
        <translation>La persona té 17 punts: sembla COCO, no OpenPose</translation>
    </message>
    <message>
        <source>The person has no `pose_keypoints_2d`</source>
        <translation>La persona no té `pose_keypoints_2d`</translation>
    </message>
    <message>
        <source>The person has {count} points, not 18 or 25</source>
        <translation>La persona té {count} punts, no 18 ni 25</translation>
    </message>
    <message>
        <source>The photo does not show this person from behind: hair and clothes there are a guess.</source>
        <translation>La foto no mostra aquesta persona d&apos;esquena: els cabells i la roba d&apos;allà són una suposició.</translation>
    </message>
    <message>
        <source>The photo shows this person from behind, so the picture shows no face.</source>
        <translation>La foto mostra aquesta persona d&apos;esquena, així que la imatge no mostra cap cara.</translation>
    </message>
    <message>
        <source>The photos seem to be there in a mirror already: choose --no-flip.</source>
        <translation>Sembla que les fotos ja hi són emmirallades: trieu --no-flip.</translation>
    </message>
    <message>
        <source>The photos&apos; keypoints cannot be read ({kind}: {problem})</source>
        <translation>Els punts clau de les fotos no es poden llegir ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The picture cannot be read ({why})</source>
        <translation>La imatge no es pot llegir ({why})</translation>
    </message>
    <message>
        <source>The picture has no pixels</source>
        <translation>La imatge no té píxels</translation>
    </message>
    <message>
        <source>The picture is cut short or damaged</source>
        <translation>La imatge està tallada o malmesa</translation>
    </message>
    <message>
        <source>The picture is damaged, or of a rare kind that cannot be read</source>
        <translation>La imatge està malmesa, o és d&apos;una mena rara que no es pot llegir</translation>
    </message>
    <message>
        <source>The picture is too large</source>
        <translation>La imatge és massa gran</translation>
    </message>
    <message>
        <source>The picture is too large ({width:,} x {height:,} pixels)</source>
        <translation>La imatge és massa gran ({width} x {height} píxels)</translation>
    </message>
    <message>
        <source>The picture says how it was made in version {version!r} of the format</source>
        <translation>La imatge diu com es va fer en la versió {version!r} del format</translation>
    </message>
    <message>
        <source>The picture&apos;s name has no ending</source>
        <translation>El nom de la imatge no té terminació</translation>
    </message>
    <message>
        <source>The pictures cannot be read ({kind}: {problem})</source>
        <translation>Les imatges no es poden llegir ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The places are scaled to 0..1, and the file does not say to what size</source>
        <translation>Els llocs van de 0 a 1, i el fitxer no diu respecte de quina mida</translation>
    </message>
    <message>
        <source>The plan of this batch is damaged</source>
        <translation>El pla d&apos;aquest lot està malmès</translation>
    </message>
    <message>
        <source>The project cannot be opened</source>
        <translation>El projecte no es pot obrir</translation>
    </message>
    <message>
        <source>The project cannot be read ({why})</source>
        <translation>El projecte no es pot llegir ({why})</translation>
    </message>
    <message>
        <source>The project cannot be written</source>
        <translation>No es pot escriure al projecte</translation>
    </message>
    <message>
        <source>The project has no photo {number}</source>
        <translation>El projecte no té cap foto {number}</translation>
    </message>
    <message>
        <source>The project has no picture {number}</source>
        <translation>El projecte no té cap imatge {number}</translation>
    </message>
    <message>
        <source>The project is closed</source>
        <translation>El projecte està tancat</translation>
    </message>
    <message>
        <source>The project is damaged ({why})</source>
        <translation>El projecte està malmès ({why})</translation>
    </message>
    <message>
        <source>The project is of the older version {version}</source>
        <translation>El projecte és de la versió antiga {version}</translation>
    </message>
    <message>
        <source>The project is of version {version}, and this program reads up to version {known}</source>
        <translation>El projecte és de la versió {version}, i aquest programa llegeix fins a la versió {known}</translation>
    </message>
    <message>
        <source>The project is of version {version}, which this program does not know</source>
        <translation>El projecte és de la versió {version}, que aquest programa no coneix</translation>
    </message>
    <message>
        <source>The project is open already ({holder})</source>
        <translation>El projecte ja és obert ({holder})</translation>
    </message>
    <message>
        <source>The project is open for reading only</source>
        <translation>El projecte és obert només per llegir-lo</translation>
    </message>
    <message>
        <source>The project lies where nothing can be written</source>
        <translation>El projecte és en un lloc on no es pot escriure</translation>
    </message>
    <message>
        <source>The rating is of a card that the review does not have</source>
        <translation>La valoració és d&apos;una fitxa que la revisió no té</translation>
    </message>
    <message>
        <source>The result would replace what it is made from</source>
        <translation>El resultat substituiria allò de què es fa</translation>
    </message>
    <message>
        <source>The review has no list `{key}`</source>
        <translation>La revisió no té cap llista `{key}`</translation>
    </message>
    <message>
        <source>The review is of version {version!r} of the format</source>
        <translation>La revisió és de la versió {version!r} del format</translation>
    </message>
    <message>
        <source>The same model is there twice</source>
        <translation>El mateix model hi és dues vegades</translation>
    </message>
    <message>
        <source>The skeletons of {count:,} photos came back from the undo history.</source>
        <translation>Els esquelets de {count} fotos s&apos;han recuperat de l&apos;historial de desfer.</translation>
    </message>
    <message>
        <source>The source has no list of pairs</source>
        <translation>L&apos;origen no té cap llista de parelles</translation>
    </message>
    <message>
        <source>The source has no split of its own</source>
        <translation>L&apos;origen no porta cap divisió pròpia</translation>
    </message>
    <message>
        <source>The target pose has no joints</source>
        <translation>La posa objectiu no té articulacions</translation>
    </message>
    <message>
        <source>The training data cannot be read any more ({why})</source>
        <translation>Les dades d&apos;entrenament ja no es poden llegir ({why})</translation>
    </message>
    <message>
        <source>The training has diverged; take an earlier checkpoint.</source>
        <translation>L&apos;entrenament ha divergit; preneu un punt de control anterior.</translation>
    </message>
    <message>
        <source>The training that made them went wrong; use another file.</source>
        <translation>L&apos;entrenament que els va fer va anar malament; feu servir un altre fitxer.</translation>
    </message>
    <message>
        <source>The weights file cannot be read ({why})</source>
        <translation>El fitxer de pesos no es pot llegir ({why})</translation>
    </message>
    <message>
        <source>The weights file is damaged or was cut short</source>
        <translation>El fitxer de pesos està malmès o tallat</translation>
    </message>
    <message>
        <source>The weights file is empty (0 bytes)</source>
        <translation>El fitxer de pesos és buit (0 bytes)</translation>
    </message>
    <message>
        <source>The weights of VGG-19 are not on this computer and cannot be fetched ({problem})</source>
        <translation>Els pesos de VGG-19 no són en aquest ordinador i no es poden baixar ({problem})</translation>
    </message>
    <message>
        <source>The weights {name} are not finite, so nothing was written</source>
        <translation>Els pesos {name} no són finits, així que no s&apos;ha escrit res</translation>
    </message>
    <message>
        <source>The weights {name} hold values that are not numbers</source>
        <translation>Els pesos {name} contenen valors que no són nombres</translation>
    </message>
    <message>
        <source>The {what} is not a number but {shown}</source>
        <translation>«{what}» no és un nombre, sinó {shown}</translation>
    </message>
    <message>
        <source>The {what} is {number:g}, far outside of any picture</source>
        <translation>«{what}» és {number:g}, molt fora de qualsevol imatge</translation>
    </message>
    <message>
        <source>The {what} is {number}, which is no number that can be used</source>
        <translation>«{what}» és {number}, que no és cap nombre que es pugui fer servir</translation>
    </message>
    <message>
        <source>There are no corrections here</source>
        <translation>Aquí no hi ha correccions</translation>
    </message>
    <message>
        <source>There are no features of &apos;{name}&apos;</source>
        <translation>No hi ha característiques de «{name}»</translation>
    </message>
    <message>
        <source>There are no pictures to judge</source>
        <translation>No hi ha imatges per valorar</translation>
    </message>
    <message>
        <source>There are {count} joint states, not 18</source>
        <translation>Hi ha {count} estats d&apos;articulacions, no 18</translation>
    </message>
    <message>
        <source>There are {keys}.</source>
        <translation>N&apos;hi ha aquestes: {keys}.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>Hi ha: {names}.</translation>
    </message>
    <message>
        <source>There is a batch in this folder already</source>
        <translation>En aquesta carpeta ja hi ha un lot</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>Ja hi ha un fitxer amb aquest nom</translation>
    </message>
    <message>
        <source>There is a file of this name, not a folder</source>
        <translation>Amb aquest nom hi ha un fitxer, no una carpeta</translation>
    </message>
    <message>
        <source>There is neither a preset of this name nor such a file</source>
        <translation>No hi ha cap posa de mostra amb aquest nom, ni cap fitxer així</translation>
    </message>
    <message>
        <source>There is no &apos;{word}&apos; among the {name}</source>
        <translation>No hi ha cap «{word}» entre {name}</translation>
    </message>
    <message>
        <source>There is no .json file in this folder</source>
        <translation>En aquesta carpeta no hi ha cap fitxer .json</translation>
    </message>
    <message>
        <source>There is no batch in this folder</source>
        <translation>En aquesta carpeta no hi ha cap lot</translation>
    </message>
    <message>
        <source>There is no checkpoint to resume from</source>
        <translation>No hi ha cap punt de control des d&apos;on continuar</translation>
    </message>
    <message>
        <source>There is no device called &apos;{name}&apos;</source>
        <translation>No hi ha cap dispositiu que es digui «{name}»</translation>
    </message>
    <message>
        <source>There is no encoder for {kind} here</source>
        <translation>Aquí no hi ha cap codificador per a {kind}</translation>
    </message>
    <message>
        <source>There is no figure &apos;{key}&apos;</source>
        <translation>No hi ha cap xifra «{key}»</translation>
    </message>
    <message>
        <source>There is no folder to keep the pictures in</source>
        <translation>No hi ha cap carpeta on desar les imatges</translation>
    </message>
    <message>
        <source>There is no picture {problem} in the data set</source>
        <translation>Al conjunt de dades no hi ha cap imatge {problem}</translation>
    </message>
    <message>
        <source>There is no precision called &apos;{precision}&apos;</source>
        <translation>No hi ha cap precisió que es digui «{precision}»</translation>
    </message>
    <message>
        <source>There is no training data here</source>
        <translation>Aquí no hi ha dades d&apos;entrenament</translation>
    </message>
    <message>
        <source>There is no {name} &apos;{value}&apos;</source>
        <translation>No hi ha cap {name} «{value}»</translation>
    </message>
    <message>
        <source>These generators paint at different sizes ({shown})</source>
        <translation>Aquests generadors pinten a mides diferents ({shown})</translation>
    </message>
    <message>
        <source>These rendered people have no pairs</source>
        <translation>Aquestes persones renderitzades no tenen parelles</translation>
    </message>
    <message>
        <source>These weights are of another generator than the configuration&apos;s: theirs has {wanted}</source>
        <translation>Aquests pesos són d&apos;un altre generador que el de la configuració: el seu té {wanted}</translation>
    </message>
    <message>
        <source>This computer has no device &apos;{name}&apos;</source>
        <translation>Aquest ordinador no té cap dispositiu «{name}»</translation>
    </message>
    <message>
        <source>This data set is unfinished</source>
        <translation>Aquest conjunt de dades no està acabat</translation>
    </message>
    <message>
        <source>This folder of photos gives no pairs</source>
        <translation>Aquesta carpeta de fotos no dona parelles</translation>
    </message>
    <message>
        <source>This is a checkpoint of the training &apos;{theirs}&apos;, version {version}</source>
        <translation>Aquest és un punt de control de l&apos;entrenament «{theirs}», versió {version}</translation>
    </message>
    <message>
        <source>This is a file, not a folder</source>
        <translation>Això és un fitxer, no una carpeta</translation>
    </message>
    <message>
        <source>This is a folder, not a project</source>
        <translation>És una carpeta, no un projecte</translation>
    </message>
    <message>
        <source>This is a text, not a project</source>
        <translation>És un text, no un projecte</translation>
    </message>
    <message>
        <source>This is no checkpoint of a training</source>
        <translation>Això no és cap punt de control d&apos;un entrenament</translation>
    </message>
    <message>
        <source>This is not a prepared data set</source>
        <translation>Això no és cap conjunt de dades preparat</translation>
    </message>
    <message>
        <source>This is the training &apos;{mine}&apos;, version {known}.</source>
        <translation>Aquest és l&apos;entrenament «{mine}», versió {known}.</translation>
    </message>
    <message>
        <source>This pose network has no levels to take features from</source>
        <translation>Aquesta xarxa de poses no té nivells d&apos;on treure característiques</translation>
    </message>
    <message>
        <source>This run has a checkpoint already, which a new training would overwrite</source>
        <translation>Aquest entrenament ja té un punt de control, que un de nou sobreescriuria</translation>
    </message>
    <message>
        <source>This run has no checkpoint yet</source>
        <translation>Aquest entrenament encara no té cap punt de control</translation>
    </message>
    <message>
        <source>Use .gif, .mp4 or .webm, or a name without an ending for a folder of PNG files.</source>
        <translation>Useu .gif, .mp4 o .webm, o un nom sense extensió per a una carpeta de fitxers PNG.</translation>
    </message>
    <message>
        <source>There is no image with the id {key!r}</source>
        <translation>No hi ha cap imatge amb l&apos;id {key!r}</translation>
    </message>
    <message>
        <source>There is no permission to read this file</source>
        <translation>No hi ha permís per llegir aquest fitxer</translation>
    </message>
    <message>
        <source>There is no permission to write here</source>
        <translation>No hi ha permís per escriure aquí</translation>
    </message>
    <message>
        <source>There is no picture to judge in this folder</source>
        <translation>En aquesta carpeta no hi ha cap imatge per valorar</translation>
    </message>
    <message>
        <source>There is no picture to write</source>
        <translation>No hi ha cap imatge per escriure</translation>
    </message>
    <message>
        <source>There is no precision called &apos;{name}&apos;</source>
        <translation>No hi ha cap precisió que es digui «{name}»</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>No existeix aquest fitxer</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>No existeix aquesta carpeta</translation>
    </message>
    <message>
        <source>There is no such project</source>
        <translation>No existeix aquest projecte</translation>
    </message>
    <message>
        <source>There is no such weights file</source>
        <translation>No existeix aquest fitxer de pesos</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture</source>
        <translation>No hi ha prou memòria per a aquesta imatge</translation>
    </message>
    <message>
        <source>There must be 1 to {most} poses in the file</source>
        <translation>Al fitxer hi ha d&apos;haver entre 1 i {most} poses</translation>
    </message>
    <message>
        <source>These are not the weights of a PATN generator: {why}</source>
        <translation>Aquests no són els pesos d&apos;un generador PATN: {why}</translation>
    </message>
    <message>
        <source>These are not the weights of a pose network: {why}</source>
        <translation>Aquests no són els pesos d&apos;una xarxa de poses: {why}</translation>
    </message>
    <message>
        <source>These poses are of format version {version}, and this program reads {known}</source>
        <translation>Aquestes poses són de la versió {version} del format, i aquest programa llegeix la {known}</translation>
    </message>
    <message>
        <source>These weights are for finding poses, not for painting pictures</source>
        <translation>Aquests pesos són per trobar poses, no per pintar imatges</translation>
    </message>
    <message>
        <source>These weights are for painting pictures, not for finding poses</source>
        <translation>Aquests pesos són per pintar imatges, no per trobar poses</translation>
    </message>
    <message>
        <source>These weights are not on this machine</source>
        <translation>Aquests pesos no són en aquest ordinador</translation>
    </message>
    <message>
        <source>These weights are not the ones that this batch was begun with</source>
        <translation>Aquests pesos no són els mateixos amb què es va començar aquest lot</translation>
    </message>
    <message>
        <source>These weights belong to no network that Repose Studio has</source>
        <translation>Aquests pesos no són de cap xarxa que tingui Repose Studio</translation>
    </message>
    <message>
        <source>These weights come in the box, but are missing from it</source>
        <translation>Aquests pesos venen amb el programa, però hi falten</translation>
    </message>
    <message>
        <source>They have no lasting address to be fetched from: {page} describes how to get the file, and `repose weights import FILE` brings it in.</source>
        <translation>No tenen cap adreça estable d&apos;on baixar-los: {page} explica com obtenir el fitxer, i `repose weights import FILE` l&apos;incorpora.</translation>
    </message>
    <message>
        <source>This batch is of version {version} of the format</source>
        <translation>Aquest lot és de la versió {version} del format</translation>
    </message>
    <message>
        <source>This computer has no CUDA device</source>
        <translation>Aquest ordinador no té cap dispositiu CUDA</translation>
    </message>
    <message>
        <source>This computer has no Metal device (mps)</source>
        <translation>Aquest ordinador no té cap dispositiu Metal (mps)</translation>
    </message>
    <message>
        <source>This estimator has no person mask</source>
        <translation>Aquest estimador no té màscara de la persona</translation>
    </message>
    <message>
        <source>This is JSON, but it has no `people`</source>
        <translation>És JSON, però no té `people`</translation>
    </message>
    <message>
        <source>This is JSON, but not a pose file</source>
        <translation>És JSON, però no un fitxer de poses</translation>
    </message>
    <message>
        <source>This is a HEIC photo, which cannot be read</source>
        <translation>És una foto HEIC, que no es pot llegir</translation>
    </message>
    <message>
        <source>This is a PDF document, not a picture</source>
        <translation>És un document PDF, no una imatge</translation>
    </message>
    <message>
        <source>This is a drawing or a web page, not a photo</source>
        <translation>És un dibuix o una pàgina web, no una foto</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>És una carpeta, no un fitxer</translation>
    </message>
    <message>
        <source>This is a folder, not a picture</source>
        <translation>És una carpeta, no una imatge</translation>
    </message>
    <message>
        <source>This is a folder, not a pose file</source>
        <translation>És una carpeta, no un fitxer de poses</translation>
    </message>
    <message>
        <source>This is a folder, not a weights file</source>
        <translation>És una carpeta, no un fitxer de pesos</translation>
    </message>
    <message>
        <source>This is a video, not a picture</source>
        <translation>És un vídeo, no una imatge</translation>
    </message>
    <message>
        <source>This is a web page, not a weights file</source>
        <translation>És una pàgina web, no un fitxer de pesos</translation>
    </message>
    <message>
        <source>This is an AVIF picture, which cannot be read</source>
        <translation>És una imatge AVIF, que no es pot llegir</translation>
    </message>
    <message>
        <source>This is no kind of annotations that can be read</source>
        <translation>No és cap mena d&apos;anotacions que es pugui llegir</translation>
    </message>
    <message>
        <source>This is no weights file: neither safetensors nor PyTorch</source>
        <translation>No és cap fitxer de pesos: ni safetensors ni PyTorch</translation>
    </message>
    <message>
        <source>This is not COCO keypoints JSON: it has no list `annotations`</source>
        <translation>No és JSON de punts clau COCO: no té cap llista `annotations`</translation>
    </message>
    <message>
        <source>This is not COCO keypoints JSON: it looks like OpenPose</source>
        <translation>No és JSON de punts clau COCO: sembla OpenPose</translation>
    </message>
    <message>
        <source>This is not JSON that can be read (a number or a nesting without end)</source>
        <translation>No és JSON que es pugui llegir (un nombre o un niament sense fi)</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>No és un fitxer</translation>
    </message>
    <message>
        <source>This is not a file of shared poses</source>
        <translation>No és un fitxer de poses compartides</translation>
    </message>
    <message>
        <source>This is not a review</source>
        <translation>No és cap revisió</translation>
    </message>
    <message>
        <source>This is not an evaluation of generators</source>
        <translation>No és cap avaluació de generadors</translation>
    </message>
    <message>
        <source>This is not valid JSON ({why}, line {line}, column {column})</source>
        <translation>No és JSON vàlid ({why}, línia {line}, columna {column})</translation>
    </message>
    <message>
        <source>This looks like COCO keypoints, not like OpenPose JSON</source>
        <translation>Semblen punts clau COCO, no JSON d&apos;OpenPose</translation>
    </message>
    <message>
        <source>This looks like JSON, not like a picture</source>
        <translation>Sembla JSON, no una imatge</translation>
    </message>
    <message>
        <source>Too little of a person shows to frame</source>
        <translation>Es veu massa poc d&apos;una persona per enquadrar-la</translation>
    </message>
    <message>
        <source>Try `repose weights fetch {name}` again later; or get the file in another way and bring it in with `repose weights import FILE`.</source>
        <translation>Torneu a provar `repose weights fetch {name}` més tard, o obteniu el fitxer d&apos;una altra manera i incorporeu-lo amb `repose weights import FILE`.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Torneu-ho a provar d&apos;aquí a un moment.</translation>
    </message>
    <message>
        <source>Two cards have the same key</source>
        <translation>Dues fitxes tenen la mateixa clau</translation>
    </message>
    <message>
        <source>Two images have the id {key}</source>
        <translation>Dues imatges tenen l&apos;id {key}</translation>
    </message>
    <message>
        <source>Two photos are called {name}</source>
        <translation>Dues fotos es diuen {name}</translation>
    </message>
    <message>
        <source>Two photos would have the file {name}</source>
        <translation>Dues fotos tindrien el fitxer {name}</translation>
    </message>
    <message>
        <source>Update Repose Studio to go on with it.</source>
        <translation>Actualitzeu Repose Studio per continuar-lo.</translation>
    </message>
    <message>
        <source>Update Repose Studio to open it.</source>
        <translation>Actualitzeu Repose Studio per obrir-lo.</translation>
    </message>
    <message>
        <source>Update Repose Studio to read it.</source>
        <translation>Actualitzeu Repose Studio per llegir-ho.</translation>
    </message>
    <message>
        <source>Use a photo that shows at least head and shoulders, or set the joints by hand.</source>
        <translation>Feu servir una foto que mostri almenys el cap i les espatlles, o poseu les articulacions a mà.</translation>
    </message>
    <message>
        <source>Use a photo that shows the upper body.</source>
        <translation>Feu servir una foto que mostri la part superior del cos.</translation>
    </message>
    <message>
        <source>Use the embedded estimator for the mask.</source>
        <translation>Feu servir l&apos;estimador incorporat per a la màscara.</translation>
    </message>
    <message>
        <source>Use {endings}.</source>
        <translation>Feu servir {endings}.</translation>
    </message>
    <message>
        <source>VGG-19 has no layer &apos;{name}&apos;</source>
        <translation>VGG-19 no té cap capa «{name}»</translation>
    </message>
    <message>
        <source>Wait for it, or choose another folder.</source>
        <translation>Espereu que acabi o trieu una altra carpeta.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it. If it is long gone, delete {file} there.</source>
        <translation>Espereu que acabi o atureu-lo. Si fa temps que ja no hi és, esborreu-hi {file}.</translation>
    </message>
    <message>
        <source>Wait for its first, or train on.</source>
        <translation>Espereu el primer o seguiu entrenant.</translation>
    </message>
    <message>
        <source>What can be read of it can be rescued into a new file; this one stays as it is.</source>
        <translation>El que se&apos;n pugui llegir es pot rescatar en un fitxer nou; aquest es queda com és.</translation>
    </message>
    <message>
        <source>What the picture says of how it was made is damaged</source>
        <translation>El que la imatge diu de com es va fer està malmès</translation>
    </message>
    <message>
        <source>What was begun here cannot be read ({problem})</source>
        <translation>El que es va començar aquí no es pot llegir ({problem})</translation>
    </message>
    <message>
        <source>Without framing it is not known where the person is, so there is no background to keep</source>
        <translation>Sense enquadrament no se sap on és la persona, així que no hi ha cap fons per conservar</translation>
    </message>
    <message>
        <source>Without framing the photo must be 176 x 256 pixels, and this one is {width} x {height}</source>
        <translation>Sense enquadrament la foto ha de ser de 176 x 256 píxels, i aquesta és de {width} x {height}</translation>
    </message>
    <message>
        <source>Write it as {expected}.</source>
        <translation>Escriviu-la com {expected}.</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>Escrivint anotacions</translation>
    </message>
    <message>
        <source>Writing failed ({why})</source>
        <translation>No s&apos;ha pogut escriure ({why})</translation>
    </message>
    <message>
        <source>Writing them down</source>
        <translation>Anotant-les</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrit</translation>
    </message>
    <message>
        <source>`accepted` is neither true nor false</source>
        <translation>`accepted` no és ni true ni false</translation>
    </message>
    <message>
        <source>`groups` are not words by kind</source>
        <translation>`groups` no són paraules per mena</translation>
    </message>
    <message>
        <source>`people` is not a list</source>
        <translation>`people` no és una llista</translation>
    </message>
    <message>
        <source>`repose weights fetch {name}` brings them.</source>
        <translation>`repose weights fetch {name}` els baixa.</translation>
    </message>
    <message>
        <source>`repose weights import FILE` brings them in from a file.</source>
        <translation>`repose weights import FILE` els incorpora d&apos;un fitxer.</translation>
    </message>
    <message>
        <source>`repose weights list` shows what there is.</source>
        <translation>`repose weights list` mostra què hi ha.</translation>
    </message>
    <message>
        <source>`repose weights list` shows which are for what.</source>
        <translation>`repose weights list` mostra quins són per a què.</translation>
    </message>
    <message>
        <source>`repose weights list` shows which files are for what.</source>
        <translation>`repose weights list` mostra quins fitxers són per a què.</translation>
    </message>
    <message>
        <source>`repose-train evaluate --help` lists the suites; without --figures all are taken.</source>
        <translation>`repose-train evaluate --help` llista els jocs de proves; sense --figures es prenen totes.</translation>
    </message>
    <message>
        <source>`{key}` is missing</source>
        <translation>falta `{key}`</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>falta un signe de dos punts</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>falta una coma</translation>
    </message>
    <message>
        <source>a distance to the training set needs {count} pairs or poses at least</source>
        <translation>una distància al conjunt d&apos;entrenament necessita almenys {count} parelles o poses</translation>
    </message>
    <message>
        <source>a name in double quotes is missing</source>
        <translation>falta un nom entre cometes dobles</translation>
    </message>
    <message>
        <source>a name stands in it twice</source>
        <translation>hi ha un nom dues vegades</translation>
    </message>
    <message>
        <source>a part of the path is a file</source>
        <translation>una part del camí és un fitxer</translation>
    </message>
    <message>
        <source>a photo&apos;s person in another person&apos;s pose</source>
        <translation>la persona d&apos;una foto en la posa d&apos;una altra persona</translation>
    </message>
    <message>
        <source>a photo&apos;s person in the gallery&apos;s poses</source>
        <translation>la persona d&apos;una foto en les poses de la galeria</translation>
    </message>
    <message>
        <source>a photo&apos;s person in the pose that the photo has</source>
        <translation>la persona d&apos;una foto en la posa que té la foto</translation>
    </message>
    <message>
        <source>a row in it is not an object</source>
        <translation>una de les seves files no és un objecte</translation>
    </message>
    <message>
        <source>a row in it is not complete or not possible ({why})</source>
        <translation>una de les seves files no és completa o no és possible ({why})</translation>
    </message>
    <message>
        <source>a text has a character that it may not have</source>
        <translation>un text té un caràcter que no pot tenir</translation>
    </message>
    <message>
        <source>a text has no end</source>
        <translation>un text no té final</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>falta un valor</translation>
    </message>
    <message>
        <source>an entry is of a wrong kind</source>
        <translation>una entrada és d&apos;una mena que no hi va</translation>
    </message>
    <message>
        <source>annotation {number}</source>
        <translation>anotació {number}</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>un altre programa</translation>
    </message>
    <message>
        <source>as PCKh, but the whole person&apos;s left and right may be exchanged: tells a person seen from the wrong side from one in the wrong pose</source>
        <translation>com PCKh, però l&apos;esquerra i la dreta de tota la persona es poden intercanviar: distingeix una persona vista pel costat equivocat d&apos;una en la posa equivocada</translation>
    </message>
    <message>
        <source>card {number}</source>
        <translation>fitxa {number}</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confiança</translation>
    </message>
    <message>
        <source>each photo moved limb by limb into a random pose, as the condition picture, and asked for in its own</source>
        <translation>cada foto moguda extremitat per extremitat a una posa a l&apos;atzar, com a imatge de condició, i demanada en la seva</translation>
    </message>
    <message>
        <source>gradient energy (squared differences of brightness) inside the person over the real photo&apos;s; 1 is as sharp as the photo</source>
        <translation>energia del gradient (diferències de lluminositat al quadrat) dins de la persona dividida per la de la foto real; 1 és tan nítida com la foto</translation>
    </message>
    <message>
        <source>height and width must be multiples of 4 from 8 on, not {size}</source>
        <translation>alçada i amplada han de ser múltiples de 4 a partir de 8, no {size}</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>imatge {number}</translation>
    </message>
    <message>
        <source>intersection over union of the person mask, mean over photos</source>
        <translation>intersecció sobre unió de la màscara de la persona, mitjana sobre les fotos</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>no es pot llegir</translation>
    </message>
    <message>
        <source>it does not have 18 joints</source>
        <translation>no té 18 articulacions</translation>
    </message>
    <message>
        <source>it has no image path or no pose path</source>
        <translation>no té camí d&apos;imatge o no té camí de posa</translation>
    </message>
    <message>
        <source>it has no joint</source>
        <translation>no té cap articulació</translation>
    </message>
    <message>
        <source>it has no list &quot;weights&quot;</source>
        <translation>no té cap llista &quot;weights&quot;</translation>
    </message>
    <message>
        <source>it holds {count} tensors too many, {name} first</source>
        <translation>conté {count} tensors de més, el primer {name}</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>és una carpeta</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>no és JSON</translation>
    </message>
    <message>
        <source>it is of version {version!r}, not {known}</source>
        <translation>és de la versió {version!r}, no {known}</translation>
    </message>
    <message>
        <source>it takes {taken} and gives {given} channels</source>
        <translation>pren {taken} canals i en dona {given}</translation>
    </message>
    <message>
        <source>its attention blocks are not numbered from 0</source>
        <translation>els seus blocs d&apos;atenció no estan numerats des del 0</translation>
    </message>
    <message>
        <source>its beginning is not that of a project</source>
        <translation>el seu començament no és el d&apos;un projecte</translation>
    </message>
    <message>
        <source>its header does not describe one ({why})</source>
        <translation>la seva capçalera no en descriu cap ({why})</translation>
    </message>
    <message>
        <source>its header says {format!r}</source>
        <translation>la seva capçalera diu {format!r}</translation>
    </message>
    <message>
        <source>its header&apos;s calibration is damaged ({why})</source>
        <translation>el calibratge de la seva capçalera està malmès ({why})</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>els seus enllaços fan un cercle</translation>
    </message>
    <message>
        <source>its parts do not fit together</source>
        <translation>les seves parts no encaixen</translation>
    </message>
    <message>
        <source>joint {number} has no place in a picture</source>
        <translation>l&apos;articulació {number} no té lloc en cap imatge</translation>
    </message>
    <message>
        <source>mean absolute difference of RGB in [-1, 1] over the whole picture</source>
        <translation>diferència absoluta mitjana de RGB en [-1, 1] sobre tota la imatge</translation>
    </message>
    <message>
        <source>mean of that colour difference over the body parts</source>
        <translation>mitjana d&apos;aquesta diferència de color sobre les parts del cos</translation>
    </message>
    <message>
        <source>nothing says how long the training is: give loop.steps, or epochs</source>
        <translation>res no diu com de llarg és l&apos;entrenament: doneu loop.steps o epochs</translation>
    </message>
    <message>
        <source>person {number}</source>
        <translation>persona {number}</translation>
    </message>
    <message>
        <source>photos</source>
        <translation>fotos</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>imatges</translation>
    </message>
    <message>
        <source>process {number} on {computer}</source>
        <translation>procés {number} a {computer}</translation>
    </message>
    <message>
        <source>process {number} on {computer}, since {since} UTC</source>
        <translation>procés {number} a {computer}, des de {since} UTC</translation>
    </message>
    <message>
        <source>rating {number}</source>
        <translation>valoració {number}</translation>
    </message>
    <message>
        <source>ratings</source>
        <translation>valoracions</translation>
    </message>
    <message>
        <source>rendered people in two poses and views: the second is asked for</source>
        <translation>persones renderitzades en dues poses i vistes: es demana la segona</translation>
    </message>
    <message>
        <source>share of body parts (head, torso, halves of arms and legs) whose mean colour is within 10 of the condition picture&apos;s, as CIE 1976 colour difference in Lab</source>
        <translation>part de les parts del cos (cap, tors, meitats de braços i cames) amb un color mitjà a menys de 10 del de la imatge de condició, com a diferència de color CIE 1976 en Lab</translation>
    </message>
    <message>
        <source>share of photos in which all labelled joints are within 5 %</source>
        <translation>part de les fotos en què totes les articulacions etiquetades són a menys del 5 %</translation>
    </message>
    <message>
        <source>share of photos in which as many people are found as were put into them</source>
        <translation>part de les fotos en què es troben tantes persones com s&apos;hi van posar</translation>
    </message>
    <message>
        <source>share of photos in which more than half of those joints are swapped: a back taken for a front</source>
        <translation>part de les fotos en què més de la meitat d&apos;aquestes articulacions estan intercanviades: una esquena presa per un davant</translation>
    </message>
    <message>
        <source>share of photos in which the joints found show the person from the side that the labels say; of rendered people the camera&apos;s: three-quarter views may count as front or side</source>
        <translation>part de les fotos en què les articulacions trobades mostren la persona pel costat que diuen les etiquetes; en les renderitzades, pel de la càmera: les vistes de tres quarts poden comptar com a davant o costat</translation>
    </message>
    <message>
        <source>share of pictures in which it finds exactly one person: less means stray limbs</source>
        <translation>part de les imatges en què troba exactament una persona: menys vol dir extremitats perdudes</translation>
    </message>
    <message>
        <source>share of pictures in which the pose estimator finds a person</source>
        <translation>part de les imatges en què l&apos;estimador de poses troba una persona</translation>
    </message>
    <message>
        <source>share of the joints found that lie within 5 % of another person&apos;s joint of the kind, left or right, and not near their own (of people over 10 % apart there)</source>
        <translation>part de les articulacions trobades que són a menys del 5 % d&apos;una articulació del mateix tipus d&apos;una altra persona, dreta o esquerra, i no a prop de la pròpia (en persones separades més del 10 % allà)</translation>
    </message>
    <message>
        <source>share of the joints that the labels show which are found within 5 % of the person&apos;s height</source>
        <translation>part de les articulacions que mostren les etiquetes que es troben a menys del 5 % de l&apos;alçada de la persona</translation>
    </message>
    <message>
        <source>share of the joints which by their labels do not show that are reported all the same</source>
        <translation>part de les articulacions que segons les etiquetes no es veuen i que tot i així es donen</translation>
    </message>
    <message>
        <source>share of the joints which by their labels do not show that are reported over 5 % of the person&apos;s height away from where even those labels have them</source>
        <translation>part de les articulacions que segons les etiquetes no es veuen i que es donen a més del 5 % de l&apos;alçada de la persona d&apos;on les tenen fins i tot aquestes etiquetes</translation>
    </message>
    <message>
        <source>share of the joints with a left and a right that are put within 5 % of the other side&apos;s label (labels over 10 % apart)</source>
        <translation>part de les articulacions amb esquerra i dreta que es posen a menys del 5 % de l&apos;etiqueta de l&apos;altre costat (etiquetes separades més del 10 %)</translation>
    </message>
    <message>
        <source>share of the target pose&apos;s visible joints that the pose estimator finds again within half a head (a head is 0.13 of the body&apos;s height); a joint that it does not find is wrong</source>
        <translation>part de les articulacions visibles de la posa objectiu que l&apos;estimador de poses retroba a menys de mig cap (un cap és 0,13 de l&apos;alçada del cos); una articulació que no troba és errònia</translation>
    </message>
    <message>
        <source>skeletons</source>
        <translation>esquelets</translation>
    </message>
    <message>
        <source>steps of the undo history</source>
        <translation>passos de l&apos;historial de desfer</translation>
    </message>
    <message>
        <source>the canvas is not a height and a width</source>
        <translation>el llenç no és una alçada i una amplada</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>la connexió s&apos;ha tallat</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>el disc no respon</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disc és ple</translation>
    </message>
    <message>
        <source>the drive is gone</source>
        <translation>la unitat ja no hi és</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>el nom és massa llarg</translation>
    </message>
    <message>
        <source>the network drive does not answer</source>
        <translation>la unitat de xarxa no respon</translation>
    </message>
    <message>
        <source>the network drive has lost it</source>
        <translation>la unitat de xarxa l&apos;ha perdut</translation>
    </message>
    <message>
        <source>the same over the joints that had to move by more than half a head from where the condition picture has them</source>
        <translation>el mateix sobre les articulacions que s&apos;havien de moure més de mig cap d&apos;on les té la imatge de condició</translation>
    </message>
    <message>
        <source>the same over the person&apos;s pixels alone</source>
        <translation>el mateix només sobre els píxels de la persona</translation>
    </message>
    <message>
        <source>the same within 2.5 % of the person&apos;s height</source>
        <translation>el mateix a menys del 2,5 % de l&apos;alçada de la persona</translation>
    </message>
    <message>
        <source>the server answered {status} for {address}</source>
        <translation>el servidor ha respost {status} per a {address}</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>el servidor no respon</translation>
    </message>
    <message>
        <source>the server sends more than the {size} bytes of the file</source>
        <translation>el servidor envia més dels {size} bytes del fitxer</translation>
    </message>
    <message>
        <source>there is more after its end</source>
        <translation>hi ha més text després del final</translation>
    </message>
    <message>
        <source>there is no permission</source>
        <translation>no hi ha permís</translation>
    </message>
    <message>
        <source>there is no setting called {key}; there are {known}</source>
        <translation>no hi ha cap paràmetre que es digui {key}; hi ha {known}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existeix aquest fitxer</translation>
    </message>
    <message>
        <source>title and tags are not texts</source>
        <translation>el títol i les etiquetes no són textos</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>hi ha massa fitxers oberts</translation>
    </message>
    <message>
        <source>two photos of one person: the first as the condition picture, the second&apos;s pose as the target</source>
        <translation>dues fotos d&apos;una persona: la primera com a imatge de condició, la posa de la segona com a objectiu</translation>
    </message>
    <message>
        <source>v is {number:g}, not 0, 1 or 2</source>
        <translation>v és {number:g}, no 0, 1 ni 2</translation>
    </message>
    <message>
        <source>what the server sent has another sha256 and was deleted</source>
        <translation>el que ha enviat el servidor té un altre sha256 i s&apos;ha esborrat</translation>
    </message>
    <message>
        <source>{address} could not be fetched ({problem}); put the file into {folder}</source>
        <translation>{address} no s&apos;ha pogut baixar ({problem}); poseu el fitxer a {folder}</translation>
    </message>
    <message>
        <source>{card} is of {model} in one review and of {other} in another</source>
        <translation>{card} és de {model} en una revisió i de {other} en una altra</translation>
    </message>
    <message>
        <source>{count:,} {things}</source>
        <translation>{count} {things}</translation>
    </message>
    <message>
        <source>{count} numbers are not triples of x, y and confidence</source>
        <translation>{count} nombres no són ternes de x, y i confiança</translation>
    </message>
    <message>
        <source>{count} pictures a step cannot be shared out evenly to {size} processes</source>
        <translation>{count} imatges per pas no es poden repartir igual entre {size} processos</translation>
    </message>
    <message>
        <source>{file} was not fetched: {why}</source>
        <translation>{file} no s&apos;ha baixat: {why}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, línia {line}</translation>
    </message>
    <message>
        <source>{first} or {last}</source>
        <translation>{first} o {last}</translation>
    </message>
    <message>
        <source>{key} is missing</source>
        <translation>falta {key}</translation>
    </message>
    <message>
        <source>{key} must be a list, not {value!r}</source>
        <translation>{key} ha de ser una llista, no {value!r}</translation>
    </message>
    <message>
        <source>{key} must be of the kind {kind}, not {value!r}</source>
        <translation>{key} ha de ser del tipus {kind}, no {value!r}</translation>
    </message>
    <message>
        <source>{missing} of its {count} tensors are missing, {name} first</source>
        <translation>falten {missing} dels seus {count} tensors, el primer {name}</translation>
    </message>
    <message>
        <source>{name} in it is {value!r}</source>
        <translation>{name} hi és {value!r}</translation>
    </message>
    <message>
        <source>{name} is not in {folder}; `{command}` brings it where there is a network ({address})</source>
        <translation>{name} no és a {folder}; `{command}` el porta on hi hagi xarxa ({address})</translation>
    </message>
    <message>
        <source>{name} is {shape}, not {wanted}</source>
        <translation>{name} és {shape}, no {wanted}</translation>
    </message>
    <message>
        <source>{name} must be {choices}, not {given!r}</source>
        <translation>{name} ha de ser {choices}, no {given!r}</translation>
    </message>
    <message>
        <source>{name} stands in it twice, with different keypoints</source>
        <translation>{name} hi és dues vegades, amb punts clau diferents</translation>
    </message>
    <message>
        <source>{name} stands in the file twice, with different keypoints</source>
        <translation>{name} és al fitxer dues vegades, amb punts clau diferents</translation>
    </message>
    <message>
        <source>{network} has no layer &apos;{name}&apos;</source>
        <translation>{network} no té cap capa «{name}»</translation>
    </message>
    <message>
        <source>{page} says why; --pairs-from-singles needs no second picture of a person.</source>
        <translation>{page} diu per què; amb --pairs-from-singles no cal cap segona imatge d&apos;una persona.</translation>
    </message>
    <message>
        <source>{path} does not hold a configuration</source>
        <translation>{path} no conté cap configuració</translation>
    </message>
    <message>
        <source>{path} is damaged; take it away, and `{command}` brings it where there is a network</source>
        <translation>{path} està malmès; traieu-lo, i `{command}` el porta on hi hagi xarxa</translation>
    </message>
    <message>
        <source>{path} is not a readable configuration: {problem}</source>
        <translation>{path} no és una configuració que es pugui llegir: {problem}</translation>
    </message>
    <message>
        <source>{path} is of format {version}, and this Repose Studio knows {known}</source>
        <translation>{path} és del format {version}, i aquest Repose Studio coneix el {known}</translation>
    </message>
    <message>
        <source>{place}, {part}</source>
        <translation>{place}, {part}</translation>
    </message>
    <message>
        <source>{rate:g} pictures a second cannot be written</source>
        <translation>No es poden escriure {rate:g} imatges per segon</translation>
    </message>
    <message>
        <source>{score} is no score from {least} to {most}</source>
        <translation>{score} no és cap puntuació de {least} a {most}</translation>
    </message>
    <message>
        <source>{server} cannot be reached</source>
        <translation>no es pot arribar a {server}</translation>
    </message>
    <message>
        <source>{setting!r} is not of the form key=value</source>
        <translation>{setting!r} no té la forma clau=valor</translation>
    </message>
    <message>
        <source>{what} holds a negative number other than -1</source>
        <translation>{what} conté un nombre negatiu que no és -1</translation>
    </message>
    <message>
        <source>{what} holds no list of 18 numbers</source>
        <translation>{what} no conté cap llista de 18 nombres</translation>
    </message>
    <message>
        <source>{what} holds {count} numbers, not a list of 18</source>
        <translation>{what} conté {count} nombres, no una llista de 18</translation>
    </message>
    <message>
        <source>{why}.</source>
        <translation>{why}.</translation>
    </message>
</context>
<context>
    <name>EngineBackend</name>
    <message>
        <source>Loading the generator</source>
        <translation>Es carrega el generador</translation>
    </message>
    <message>
        <source>Loading the pose estimator</source>
        <translation>Es carrega l&apos;estimador de poses</translation>
    </message>
    <message>
        <source>Models loaded</source>
        <translation>Models carregats</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Es llegeixen els pesos</translation>
    </message>
    <message>
        <source>The chosen model cannot be used, so {0} paints. {1}</source>
        <translation>El model triat no es pot fer servir, de manera que pinta {0}. {1}</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something unexpected went wrong ({0}: {1}). Please try again; if it comes back, report it.</source>
        <translation>Ha passat una cosa inesperada ({0}: {1}). Torneu-ho a provar; si torna a passar, informeu-ne.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs or use a smaller photo.</source>
        <translation>No hi ha prou memòria per a això. Tanqueu altres programes o feu servir una foto més petita.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>256 pixels high</source>
        <translation>256 píxels d&apos;alçada</translation>
    </message>
    <message>
        <source>L1, person</source>
        <translation>L1, persona</translation>
    </message>
    <message>
        <source>PCKh, either side</source>
        <translation>PCKh, qualsevol costat</translation>
    </message>
    <message>
        <source>PCKh, moved</source>
        <translation>PCKh, mogudes</translation>
    </message>
    <message>
        <source>SSIM, person</source>
        <translation>SSIM, persona</translation>
    </message>
    <message>
        <source>absent reported</source>
        <translation>absents donades</translation>
    </message>
    <message>
        <source>absent, elsewhere</source>
        <translation>absents, en un altre lloc</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>sola</translation>
    </message>
    <message>
        <source>colour difference</source>
        <translation>diferència de color</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>colors</translation>
    </message>
    <message>
        <source>condition unchanged</source>
        <translation>condició sense canvis</translation>
    </message>
    <message>
        <source>cut at the knees</source>
        <translation>tallades pels genolls</translation>
    </message>
    <message>
        <source>cut at the waist</source>
        <translation>tallades per la cintura</translation>
    </message>
    <message>
        <source>cut below the hips</source>
        <translation>tallades sota els malucs</translation>
    </message>
    <message>
        <source>every joint</source>
        <translation>totes les articulacions</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>canviades</translation>
    </message>
    <message>
        <source>facing right</source>
        <translation>orientació correcta</translation>
    </message>
    <message>
        <source>feature distance</source>
        <translation>distància de característiques</translation>
    </message>
    <message>
        <source>found</source>
        <translation>trobada</translation>
    </message>
    <message>
        <source>gallery</source>
        <translation>galeria</translation>
    </message>
    <message>
        <source>mask IoU</source>
        <translation>IoU de la màscara</translation>
    </message>
    <message>
        <source>moved, holes left white</source>
        <translation>moguda, amb els forats en blanc</translation>
    </message>
    <message>
        <source>moved, no network</source>
        <translation>moguda, sense xarxa</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>parelles</translation>
    </message>
    <message>
        <source>poses</source>
        <translation>poses</translation>
    </message>
    <message>
        <source>real photo</source>
        <translation>foto real</translation>
    </message>
    <message>
        <source>rendered</source>
        <translation>renderitzades</translation>
    </message>
    <message>
        <source>right number</source>
        <translation>nombre correcte</translation>
    </message>
    <message>
        <source>same pose</source>
        <translation>mateixa posa</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>nitidesa</translation>
    </message>
    <message>
        <source>sides swapped</source>
        <translation>costats intercanviats</translation>
    </message>
    <message>
        <source>turned over</source>
        <translation>girades</translation>
    </message>
    <message>
        <source>whole photos</source>
        <translation>fotos senceres</translation>
    </message>
    <message>
        <source>within 2.5 %</source>
        <translation>dins del 2,5 %</translation>
    </message>
    <message>
        <source>within 5 %</source>
        <translation>dins del 5 %</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>All files</source>
        <translation>Tots els fitxers</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>Imatge JPEG</translation>
    </message>
    <message>
        <source>Open a pose file</source>
        <translation>Obre un fitxer de posa</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Obre fotos</translation>
    </message>
    <message>
        <source>OpenPose JSON</source>
        <translation>JSON d&apos;OpenPose</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Imatge PNG</translation>
    </message>
    <message>
        <source>Paste a pose</source>
        <translation>Enganxa una posa</translation>
    </message>
    <message>
        <source>Pasted pose</source>
        <translation>Posa enganxada</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Imatge copiada</translation>
    </message>
    <message>
        <source>Pose copied</source>
        <translation>Posa copiada</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Desa la imatge</translation>
    </message>
    <message>
        <source>Save the target pose</source>
        <translation>Desa la posa objectiu</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>S&apos;ha desat {0}</translation>
    </message>
    <message>
        <source>Take the pose from a photo</source>
        <translation>Pren la posa d&apos;una foto</translation>
    </message>
    <message>
        <source>WebP picture</source>
        <translation>Imatge WebP</translation>
    </message>
</context>
<context>
    <name>FilmColumn</name>
    <message>
        <source>No photo is in this state.</source>
        <translation>Cap foto no és en aquest estat.</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>being read</source>
        <translation>s&apos;està llegint</translation>
    </message>
    <message>
        <source>cannot be used: {0}</source>
        <translation>no es pot fer servir: {0}</translation>
    </message>
    <message>
        <source>demo person</source>
        <translation>persona de demostració</translation>
    </message>
    <message>
        <source>finding the skeleton</source>
        <translation>es busca l&apos;esquelet</translation>
    </message>
    <message>
        <source>least sure joint {0}</source>
        <translation>articulació menys segura {0}</translation>
    </message>
    <message>
        <source>nobody found</source>
        <translation>no s&apos;ha trobat ningú</translation>
    </message>
</context>
<context>
    <name>Filmstrip</name>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>FolderFlow</name>
    <message>
        <source>{0}: There is no photo in this folder.</source>
        <translation>{0}: No hi ha cap foto en aquesta carpeta.</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Delete</source>
        <translation>Suprimeix</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Mou enrere</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Mou endavant</translation>
    </message>
    <message>
        <source>No pose matches. Clear the search or choose another tag.</source>
        <translation>Cap posa no coincideix. Esborreu la cerca o trieu una altra etiqueta.</translation>
    </message>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Canvia el nom</translation>
    </message>
    <message>
        <source>Search poses</source>
        <translation>Cerca poses</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Comparteix…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etiquetes…</translation>
    </message>
    <message>
        <source>Take as target pose</source>
        <translation>Pren com a posa objectiu</translation>
    </message>
    <message>
        <source>all</source>
        <translation>totes</translation>
    </message>
</context>
<context>
    <name>InferenceService</name>
    <message>
        <source>Drawing the picture</source>
        <translation>Es dibuixa la imatge</translation>
    </message>
    <message>
        <source>Finding people</source>
        <translation>Es busquen persones</translation>
    </message>
    <message>
        <source>Framing the person</source>
        <translation>S&apos;enquadra la persona</translation>
    </message>
    <message>
        <source>Loading another model</source>
        <translation>Es carrega un altre model</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Es carreguen els models</translation>
    </message>
</context>
<context>
    <name>InsideFlow</name>
    <message>
        <source>Looked inside</source>
        <translation>S&apos;ha mirat a dins</translation>
    </message>
    <message>
        <source>Looking inside</source>
        <translation>Es mira a dins</translation>
    </message>
    <message>
        <source>Press Transfer first: what shows here is how the picture is made.</source>
        <translation>Premeu abans Transfereix: aquí es veu com es fa la imatge.</translation>
    </message>
</context>
<context>
    <name>InsideStrip</name>
    <message>
        <source>Block {0}</source>
        <translation>Bloc {0}</translation>
    </message>
    <message>
        <source>Blocks of the generator</source>
        <translation>Blocs del generador</translation>
    </message>
    <message>
        <source>Looking inside…</source>
        <translation>Es mira a dins…</translation>
    </message>
    <message>
        <source>The picture is made in {0} steps. Where step {1} is bright it changed the picture, where dark it left it.</source>
        <translation>La imatge es fa en {0} passos. On el pas {1} és clar ha canviat la imatge; on és fosc l&apos;ha deixada igual.</translation>
    </message>
</context>
<context>
    <name>JointBar</name>
    <message>
        <source>No joint selected</source>
        <translation>Cap selecció</translation>
    </message>
    <message>
        <source>The joint is hidden behind something (2)</source>
        <translation>L&apos;articulació queda oculta darrere d&apos;alguna cosa (2)</translation>
    </message>
    <message>
        <source>The joint is missing (3)</source>
        <translation>L&apos;articulació falta (3)</translation>
    </message>
    <message>
        <source>The joint is visible (1)</source>
        <translation>L&apos;articulació és visible (1)</translation>
    </message>
    <message>
        <source>{0} joints</source>
        <translation>{0} articulacions</translation>
    </message>
</context>
<context>
    <name>Joints</name>
    <message>
        <source>hidden</source>
        <translation>oculta</translation>
    </message>
    <message>
        <source>l. ankle</source>
        <translation>turmell esq.</translation>
    </message>
    <message>
        <source>l. ear</source>
        <translation>orella esq.</translation>
    </message>
    <message>
        <source>l. elbow</source>
        <translation>colze esq.</translation>
    </message>
    <message>
        <source>l. eye</source>
        <translation>ull esq.</translation>
    </message>
    <message>
        <source>l. hip</source>
        <translation>maluc esq.</translation>
    </message>
    <message>
        <source>l. knee</source>
        <translation>genoll esq.</translation>
    </message>
    <message>
        <source>l. shoulder</source>
        <translation>espatlla esq.</translation>
    </message>
    <message>
        <source>l. wrist</source>
        <translation>canell esq.</translation>
    </message>
    <message>
        <source>left ankle</source>
        <translation>turmell esquerre</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>orella esquerra</translation>
    </message>
    <message>
        <source>left elbow</source>
        <translation>colze esquerre</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>ull esquerre</translation>
    </message>
    <message>
        <source>left hip</source>
        <translation>maluc esquerre</translation>
    </message>
    <message>
        <source>left knee</source>
        <translation>genoll esquerre</translation>
    </message>
    <message>
        <source>left shoulder</source>
        <translation>espatlla esquerra</translation>
    </message>
    <message>
        <source>left wrist</source>
        <translation>canell esquerre</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>absent</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>coll</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nas</translation>
    </message>
    <message>
        <source>r. ankle</source>
        <translation>turmell dr.</translation>
    </message>
    <message>
        <source>r. ear</source>
        <translation>orella dr.</translation>
    </message>
    <message>
        <source>r. elbow</source>
        <translation>colze dr.</translation>
    </message>
    <message>
        <source>r. eye</source>
        <translation>ull dr.</translation>
    </message>
    <message>
        <source>r. hip</source>
        <translation>maluc dr.</translation>
    </message>
    <message>
        <source>r. knee</source>
        <translation>genoll dr.</translation>
    </message>
    <message>
        <source>r. shoulder</source>
        <translation>espatlla dr.</translation>
    </message>
    <message>
        <source>r. wrist</source>
        <translation>canell dr.</translation>
    </message>
    <message>
        <source>right ankle</source>
        <translation>turmell dret</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>orella dreta</translation>
    </message>
    <message>
        <source>right elbow</source>
        <translation>colze dret</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>ull dret</translation>
    </message>
    <message>
        <source>right hip</source>
        <translation>maluc dret</translation>
    </message>
    <message>
        <source>right knee</source>
        <translation>genoll dret</translation>
    </message>
    <message>
        <source>right shoulder</source>
        <translation>espatlla dreta</translation>
    </message>
    <message>
        <source>right wrist</source>
        <translation>canell dret</translation>
    </message>
    <message>
        <source>visible</source>
        <translation>visible</translation>
    </message>
</context>
<context>
    <name>JointsModel</name>
    <message>
        <source>Conf.</source>
        <translation>Conf.</translation>
    </message>
    <message>
        <source>How sure the estimator was, 0 to 1; 1 for what a person placed</source>
        <translation>Com de segur estava l&apos;estimador, de 0 a 1; 1 si l&apos;ha col·locada una persona</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Articulació</translation>
    </message>
    <message>
        <source>Move the {0}</source>
        <translation>Mou: {0}</translation>
    </message>
    <message>
        <source>Pixels from the left</source>
        <translation>Píxels des de l&apos;esquerra</translation>
    </message>
    <message>
        <source>Pixels from the top</source>
        <translation>Píxels des de dalt</translation>
    </message>
    <message>
        <source>Set the {0} to {1}</source>
        <translation>Marca {0} com a {1}</translation>
    </message>
    <message>
        <source>The joint; left and right are the person&apos;s own</source>
        <translation>L&apos;articulació; dreta i esquerra són les de la persona</translation>
    </message>
    <message>
        <source>Visible, hidden behind something, or missing</source>
        <translation>Visible, oculta darrere d&apos;alguna cosa, o absent</translation>
    </message>
    <message>
        <source>x</source>
        <translation>x</translation>
    </message>
    <message>
        <source>y</source>
        <translation>y</translation>
    </message>
</context>
<context>
    <name>JointsPanel</name>
    <message>
        <source>Joints of the skeleton</source>
        <translation>Articulacions de l&apos;esquelet</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Target pose</source>
        <translation>Posa objectiu</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Draw</source>
        <translation>Dibuixa</translation>
    </message>
    <message>
        <source>From a photo</source>
        <translation>D&apos;una foto</translation>
    </message>
    <message>
        <source>Joints</source>
        <translation>Punts</translation>
    </message>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Poses and joints</source>
        <translation>Poses i articulacions</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisa</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrena</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>1, 2, 3</source>
        <translation>1, 2, 3</translation>
    </message>
    <message>
        <source>Arrow keys</source>
        <translation>Fletxes</translation>
    </message>
    <message>
        <source>Backspace takes one joint back, Tab marks it missing, Esc ends</source>
        <translation>Retrocés desfà una articulació, Tab la marca com a absent, Esc acaba</translation>
    </message>
    <message>
        <source>Ctrl + click joints</source>
        <translation>Ctrl + clic en articulacions</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Drag a joint</source>
        <translation>Arrossegar una articulació</translation>
    </message>
    <message>
        <source>Drag a limb</source>
        <translation>Arrossegar un segment</translation>
    </message>
    <message>
        <source>M, B</source>
        <translation>M, B</translation>
    </message>
    <message>
        <source>On the skeleton and the picture</source>
        <translation>Sobre l&apos;esquelet i la imatge</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Cerca ordres</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Maj+Tab</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Eines</translation>
    </message>
    <message>
        <source>Wheel, Space + drag</source>
        <translation>Roda, espai + arrossegar</translation>
    </message>
    <message>
        <source>While drawing</source>
        <translation>Mentre es dibuixa</translation>
    </message>
    <message>
        <source>mirror the skeleton; scale and turn it with a box</source>
        <translation>emmiralla l&apos;esquelet; l&apos;escala i el gira amb una caixa</translation>
    </message>
    <message>
        <source>move the selected joints by 1 pixel, with Shift by 10</source>
        <translation>mouen les articulacions seleccionades 1 píxel; amb Maj, 10</translation>
    </message>
    <message>
        <source>moves both ends; with Ctrl its far part turns; with Alt the whole skeleton moves</source>
        <translation>mou tots dos extrems; amb Ctrl en gira la part llunyana; amb Alt es mou l&apos;esquelet sencer</translation>
    </message>
    <message>
        <source>moves it; with Shift elbow or knee follow a wrist or ankle, bone lengths kept</source>
        <translation>la mou; amb Maj el colze o el genoll segueixen el canell o el turmell, amb la longitud dels ossos intacta</translation>
    </message>
    <message>
        <source>next and previous joint</source>
        <translation>articulació següent i anterior</translation>
    </message>
    <message>
        <source>on a joint zooms to it, elsewhere fits the picture</source>
        <translation>sobre una articulació l&apos;amplia; en un altre lloc ajusta la imatge</translation>
    </message>
    <message>
        <source>selects several; Shift + drag on nothing selects with a band</source>
        <translation>en selecciona unes quantes; Maj + arrossegar sobre el buit selecciona amb un marc</translation>
    </message>
    <message>
        <source>the selected joint is visible, hidden, missing</source>
        <translation>l&apos;articulació seleccionada és visible, oculta o absent</translation>
    </message>
    <message>
        <source>zoom round the pointer, move the picture</source>
        <translation>amplien al voltant del punter, mouen la imatge</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close this message</source>
        <translation>Tanca aquest missatge</translation>
    </message>
</context>
<context>
    <name>MissingPhotos</name>
    <message>
        <source>Found again where they are now: {0}.</source>
        <translation>S&apos;han tornat a trobar on són ara: {0}.</translation>
    </message>
    <message>
        <source>Photos that are not where they were: {0}.</source>
        <translation>Fotos que no són on eren: {0}.</translation>
    </message>
    <message>
        <source>Photos whose files changed since they were read: {0}.</source>
        <translation>Fotos amb el fitxer canviat d&apos;ençà que es van llegir: {0}.</translation>
    </message>
    <message>
        <source>Where are the photos now?</source>
        <translation>On són ara les fotos?</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} i {1} més</translation>
    </message>
</context>
<context>
    <name>MissingStrip</name>
    <message>
        <source>All 18 joints are placed</source>
        <translation>Les 18 articulacions hi són</translation>
    </message>
    <message>
        <source>Missing joints</source>
        <translation>Articulacions absents</translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Falten:</translation>
    </message>
    <message>
        <source>More missing joints</source>
        <translation>Més articulacions absents</translation>
    </message>
    <message>
        <source>No skeleton yet</source>
        <translation>Encara no hi ha esquelet</translation>
    </message>
</context>
<context>
    <name>ModelFlow</name>
    <message>
        <source>The model was not changed: {0}</source>
        <translation>No s&apos;ha canviat el model: {0}</translation>
    </message>
    <message>
        <source>{0} paints from now on</source>
        <translation>A partir d&apos;ara pinta {0}</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
</context>
<context>
    <name>OwnPoseFlow</name>
    <message>
        <source>A pose came into the gallery.</source>
        <translation>Una posa ha entrat a la galeria.</translation>
    </message>
    <message>
        <source>Delete pose {0}</source>
        <translation>Suprimeix la posa {0}</translation>
    </message>
    <message>
        <source>Keep pose {0}</source>
        <translation>Desa la posa {0}</translation>
    </message>
    <message>
        <source>Move pose {0}</source>
        <translation>Mou la posa {0}</translation>
    </message>
    <message>
        <source>Rename pose {0}</source>
        <translation>Canvia el nom de la posa {0}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>S&apos;ha desat {0}</translation>
    </message>
    <message>
        <source>Share poses</source>
        <translation>Comparteix poses</translation>
    </message>
    <message>
        <source>Shared poses</source>
        <translation>Poses compartides</translation>
    </message>
    <message>
        <source>Tag pose {0}</source>
        <translation>Etiqueta la posa {0}</translation>
    </message>
    <message>
        <source>Take in a pose</source>
        <translation>Incorpora una posa</translation>
    </message>
    <message>
        <source>Take in {0} poses</source>
        <translation>Incorpora {0} poses</translation>
    </message>
    <message>
        <source>There is no pose of your own to share yet: keep one first.</source>
        <translation>Encara no teniu cap posa pròpia per compartir: deseu-ne una abans.</translation>
    </message>
    <message>
        <source>{0} is in the gallery. F2 gives it another name, Ctrl+F2 tags.</source>
        <translation>{0} és a la galeria. F2 li dona un altre nom, Ctrl+F2 etiquetes.</translation>
    </message>
    <message>
        <source>{0} poses came into the gallery.</source>
        <translation>{0} poses han entrat a la galeria.</translation>
    </message>
    <message>
        <source>{0} was deleted.</source>
        <translation>S&apos;ha suprimit {0}.</translation>
    </message>
    <message>
        <source>{0}, edited</source>
        <translation>{0}, editada</translation>
    </message>
</context>
<context>
    <name>PaceBar</name>
    <message>
        <source> /s</source>
        <translation> /s</translation>
    </message>
    <message>
        <source>Changes a second</source>
        <translation>Canvis per segon</translation>
    </message>
    <message>
        <source>How often photo and picture change places in a second: three times at most, for everybody&apos;s eyes</source>
        <translation>Quantes vegades per segon s&apos;alternen la foto i la imatge: tres com a màxim, pels ulls de tothom</translation>
    </message>
    <message>
        <source>Space changes</source>
        <translation>L&apos;espai les alterna</translation>
    </message>
</context>
<context>
    <name>PhotoFlow</name>
    <message>
        <source>Nobody was found in this photo. Draw the skeleton joint by joint, or open another photo.</source>
        <translation>No s&apos;ha trobat ningú en aquesta foto. Dibuixeu l&apos;esquelet articulació per articulació, o obriu una altra foto.</translation>
    </message>
    <message>
        <source>Read {0}</source>
        <translation>S&apos;ha llegit {0}</translation>
    </message>
    <message>
        <source>{0}: nobody found</source>
        <translation>{0}: no s&apos;ha trobat ningú</translation>
    </message>
    <message>
        <source>{0}: skeleton found</source>
        <translation>{0}: s&apos;ha trobat l&apos;esquelet</translation>
    </message>
</context>
<context>
    <name>PhotoPane</name>
    <message>
        <source>1 person</source>
        <translation>1 persona</translation>
    </message>
    <message>
        <source>Draw a skeleton</source>
        <translation>Dibuixa un esquelet</translation>
    </message>
    <message>
        <source>Draw another person</source>
        <translation>Dibuixa una altra persona</translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation>Deixeu anar una foto aquí</translation>
    </message>
    <message>
        <source>Drop a photo here
or press {0}</source>
        <translation>Deixeu anar una foto aquí
o premeu {0}</translation>
    </message>
    <message>
        <source>Finding the skeleton…</source>
        <translation>Es busca l&apos;esquelet…</translation>
    </message>
    <message>
        <source>No skeleton</source>
        <translation>Sense esquelet</translation>
    </message>
    <message>
        <source>Person {0} of {1}; click another to pick it</source>
        <translation>Persona {0} de {1}; feu clic en una altra per triar-la</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo with its skeleton</source>
        <translation>Foto amb el seu esquelet</translation>
    </message>
    <message>
        <source>The photo is being looked at</source>
        <translation>S&apos;està examinant la foto</translation>
    </message>
    <message>
        <source>nobody found</source>
        <translation>no s&apos;ha trobat ningú</translation>
    </message>
    <message>
        <source>not usable yet</source>
        <translation>encara no es pot fer servir</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>es llegeix…</translation>
    </message>
</context>
<context>
    <name>PhotoPicker</name>
    <message>
        <source>All</source>
        <translation>Totes</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Cap</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
</context>
<context>
    <name>PhotoStates</name>
    <message>
        <source>Back</source>
        <translation>D&apos;esquena</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Feta</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Dubtosa</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>De cara</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>En curs</translation>
    </message>
    <message>
        <source>Mark as {0}</source>
        <translation>Marca com a {0}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rebutjada</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>De perfil</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>No tocada</translation>
    </message>
</context>
<context>
    <name>PictureFlow</name>
    <message>
        <source>Choose a target pose first: from the gallery, from a photo, or drawn by you.</source>
        <translation>Trieu primer una posa objectiu: de la galeria, d&apos;una foto o dibuixada per vós.</translation>
    </message>
    <message>
        <source>Draft drawn</source>
        <translation>Esborrany dibuixat</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>Obriu primer una foto.</translation>
    </message>
    <message>
        <source>Picture drawn</source>
        <translation>Imatge dibuixada</translation>
    </message>
    <message>
        <source>The photo has no skeleton yet. Draw one.</source>
        <translation>La foto encara no té esquelet. Dibuixeu-ne un.</translation>
    </message>
    <message>
        <source>Waiting for the skeleton</source>
        <translation>S&apos;espera l&apos;esquelet</translation>
    </message>
</context>
<context>
    <name>PicturePair</name>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Picture to judge</source>
        <translation>Imatge per valorar</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Es llegeix…</translation>
    </message>
    <message>
        <source>This picture&apos;s file cannot be read.</source>
        <translation>El fitxer d&apos;aquesta imatge no es pot llegir.</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Background</source>
        <translation>Fons</translation>
    </message>
    <message>
        <source>Background: {0}</source>
        <translation>Fons: {0}</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>Encara no hi ha foto</translation>
    </message>
    <message>
        <source>No picture yet
Press Transfer</source>
        <translation>Encara no hi ha imatge
Premeu Transfereix</translation>
    </message>
    <message>
        <source>No picture yet
Press Transfer ({0})</source>
        <translation>Encara no hi ha imatge
Premeu Transfereix ({0})</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imatge</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <source>The person before the photo&apos;s own background, in the frame</source>
        <translation>La persona davant del fons de la foto, dins l&apos;enquadrament</translation>
    </message>
    <message>
        <source>The person on white</source>
        <translation>La persona sobre blanc</translation>
    </message>
    <message>
        <source>The photo as the picture frames it</source>
        <translation>La foto tal com l&apos;enquadra la imatge</translation>
    </message>
    <message>
        <source>The picture in the target pose</source>
        <translation>La imatge en la posa objectiu</translation>
    </message>
    <message>
        <source>The whole photo, with the person in the new pose in it</source>
        <translation>La foto sencera, amb la persona en la posa nova</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>esborrany</translation>
    </message>
    <message>
        <source>{0}, before the last change</source>
        <translation>{0}, abans de l&apos;últim canvi</translation>
    </message>
</context>
<context>
    <name>PictureTools</name>
    <message>
        <source>As in the photo</source>
        <translation>Com a la foto</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Divider at {0} %: the photo is on its left, the picture on its right</source>
        <translation>Divisor al {0} %: la foto és a l&apos;esquerra, la imatge a la dreta</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imatge</translation>
    </message>
    <message>
        <source>The {0} shows; Space shows the other one</source>
        <translation>Es veu: {0}; la barra d&apos;espai mostra l&apos;altra</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Place in the sequence</source>
        <translation>Lloc a la seqüència</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reprodueix</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Previsualització</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Atura</translation>
    </message>
</context>
<context>
    <name>PoseFiles</name>
    <message>
        <source>Choose another pose.</source>
        <translation>Trieu una altra posa.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Porta-retalls</translation>
    </message>
    <message>
        <source>Copy a pose first.</source>
        <translation>Copieu abans una posa.</translation>
    </message>
    <message>
        <source>The pose has no joint that is present</source>
        <translation>La posa no té cap articulació present</translation>
    </message>
    <message>
        <source>There is no pose to paste</source>
        <translation>No hi ha cap posa per enganxar</translation>
    </message>
</context>
<context>
    <name>PoseOrder</name>
    <message>
        <source>Poses in their order</source>
        <translation>Poses en el seu ordre</translation>
    </message>
</context>
<context>
    <name>PosePicker</name>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Search poses</source>
        <translation>Cerca poses</translation>
    </message>
</context>
<context>
    <name>PoseView</name>
    <message>
        <source>Skeleton</source>
        <translation>Esquelet</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Appearance</source>
        <translation>Aparença</translation>
    </message>
    <message>
        <source>Apple GPU (Metal)</source>
        <translation>GPU d&apos;Apple (Metal)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Com el sistema</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automàtica</translation>
    </message>
    <message>
        <source>Automatic: the GPU where there is one</source>
        <translation>Automàtic: la GPU si n&apos;hi ha</translation>
    </message>
    <message>
        <source>Changes at once; names that you gave stay as they are.</source>
        <translation>Canvia a l&apos;instant; els noms que heu posat es queden com són.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Tria una carpeta…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colors</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Fosc</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositiu</translation>
    </message>
    <message>
        <source>Folder for weights</source>
        <translation>Carpeta per als pesos</translation>
    </message>
    <message>
        <source>Folder of weights</source>
        <translation>Carpeta dels pesos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Llengua</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Clar</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>Es carreguen els models…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Models</translation>
    </message>
    <message>
        <source>NVIDIA or AMD GPU (CUDA)</source>
        <translation>GPU d&apos;NVIDIA o d&apos;AMD (CUDA)</translation>
    </message>
    <message>
        <source>Named by {0} in the environment; change it there.</source>
        <translation>La indica {0} a l&apos;entorn; canvieu-la allà.</translation>
    </message>
    <message>
        <source>Pictures differ a little between the two. Published weights always run in float32.</source>
        <translation>Les imatges difereixen una mica entre l&apos;una i l&apos;altra. Els pesos publicats sempre treballen en float32.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisió</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferències</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Processador (CPU)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostra</translation>
    </message>
    <message>
        <source>Show the folder of weights</source>
        <translation>Mostra la carpeta dels pesos</translation>
    </message>
    <message>
        <source>The models are not loaded yet.</source>
        <translation>Els models encara no s&apos;han carregat.</translation>
    </message>
    <message>
        <source>The models run on {0}.</source>
        <translation>Els models s&apos;executen a {0}.</translation>
    </message>
    <message>
        <source>The usual place</source>
        <translation>El lloc habitual</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Where fetched weights and your own models are kept and looked for, from now on. Files stay where they are.</source>
        <translation>On es desen i es busquen, d&apos;ara endavant, els pesos baixats i els vostres models. Els fitxers es queden on són.</translation>
    </message>
    <message>
        <source>bf16: half the memory, fast on newer devices</source>
        <translation>bf16: la meitat de memòria, ràpid en dispositius nous</translation>
    </message>
    <message>
        <source>float32: exact</source>
        <translation>float32: exacte</translation>
    </message>
    <message>
        <source>{0}: not in this computer</source>
        <translation>{0}: no és en aquest ordinador</translation>
    </message>
</context>
<context>
    <name>ProgramSettings</name>
    <message>
        <source>Loading the models</source>
        <translation>Es carreguen els models</translation>
    </message>
    <message>
        <source>Looking for devices</source>
        <translation>Es busquen dispositius</translation>
    </message>
</context>
<context>
    <name>ProjectFlow</name>
    <message>
        <source>My project</source>
        <translation>El meu projecte</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Projecte nou</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Obre un projecte</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>S&apos;està obrint {0}…</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Projectes</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Anomena i desa el projecte</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>S&apos;ha desat {0}</translation>
    </message>
    <message>
        <source>The project {0} is not there any more.</source>
        <translation>El projecte {0} ja no hi és.</translation>
    </message>
    <message>
        <source>What could be read of {0} is in {1} now. {2}</source>
        <translation>El que s&apos;ha pogut llegir de {0} és ara a {1}. {2}</translation>
    </message>
    <message>
        <source>{0} (for reading only)</source>
        <translation>{0} (només lectura)</translation>
    </message>
    <message>
        <source>{0} lies where nothing can be written, so it is open for reading only.</source>
        <translation>{0} és en un lloc on no es pot escriure; per això s&apos;ha obert només per llegir.</translation>
    </message>
    <message>
        <source>{0} was of an older version and is up to date now. As it was before, it is kept as {1}.</source>
        <translation>{0} era d&apos;una versió anterior i ara està al dia. Tal com era abans, s&apos;ha desat com a {1}.</translation>
    </message>
</context>
<context>
    <name>QShortcut</name>
    <message>
        <source>Alt</source>
        <translation>Alt</translation>
    </message>
    <message>
        <source>Backspace</source>
        <translation>Retrocés</translation>
    </message>
    <message>
        <source>Ctrl</source>
        <translation>Ctrl</translation>
    </message>
    <message>
        <source>Del</source>
        <translation>Supr</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Avall</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Final</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Retorn</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inici</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Inser</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Esquerra</translation>
    </message>
    <message>
        <source>Meta</source>
        <translation>Meta</translation>
    </message>
    <message>
        <source>Num</source>
        <translation>Núm</translation>
    </message>
    <message>
        <source>PgDown</source>
        <translation>Av Pàg</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Re Pàg</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Retorn</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Dreta</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Maj</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espai</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Amunt</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>A joint less sure than {0}</source>
        <translation>Una articulació menys segura que {0}</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Totes les fotos</translation>
    </message>
    <message>
        <source>As they were opened</source>
        <translation>Tal com es van obrir</translation>
    </message>
    <message>
        <source>By facing</source>
        <translation>Per orientació</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Per nom</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Per estat</translation>
    </message>
    <message>
        <source>Filter and sort the photos</source>
        <translation>Filtra i ordena les fotos</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Primer les menys segures</translation>
    </message>
    <message>
        <source>{0} of {1} photos are done or rejected</source>
        <translation>{0} de {1} fotos fetes o rebutjades</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>No recent photos</source>
        <translation>No hi ha fotos recents</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>No hi ha projectes recents</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Obre un &amp;recent</translation>
    </message>
    <message>
        <source>Recent pro&amp;jects</source>
        <translation>Pro&amp;jectes recents</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>Batch 14, 500 epochs from scratch, the appearance discriminator counting twice.</source>
        <translation>Lot de 14, 500 èpoques des de zero, amb el discriminador d&apos;aparença comptant el doble.</translation>
    </message>
    <message>
        <source>Batch 14, 700 epochs, the appearance discriminator counting three times.</source>
        <translation>Lot de 14, 700 èpoques, amb el discriminador d&apos;aparença comptant el triple.</translation>
    </message>
    <message>
        <source>Batch 8, 500 epochs at a fixed rate.</source>
        <translation>Lot de 8, 500 èpoques a taxa fixa.</translation>
    </message>
    <message>
        <source>Batch 8, 70 epochs at a fixed rate.</source>
        <translation>Lot de 8, 70 èpoques a taxa fixa.</translation>
    </message>
    <message>
        <source>How the embedded generator was trained: no pairs are needed, one photo a person is enough. An hour or two on two cores.</source>
        <translation>Com es va entrenar el generador incorporat: no calen parelles, n&apos;hi ha prou amb una foto per persona. Una hora o dues amb dos nuclis.</translation>
    </message>
    <message>
        <source>PATN as published, DeepFashion</source>
        <translation>PATN tal com es va publicar, DeepFashion</translation>
    </message>
    <message>
        <source>PATN as published, Market-1501</source>
        <translation>PATN tal com es va publicar, Market-1501</translation>
    </message>
    <message>
        <source>Seconds on a CPU, to see that everything works; it learns next to nothing.</source>
        <translation>Uns segons en una CPU, per veure que tot funciona; gairebé no aprèn res.</translation>
    </message>
    <message>
        <source>Single photos</source>
        <translation>Fotos soltes</translation>
    </message>
    <message>
        <source>The published recipe for small street pictures: 128 x 64, batch norm, cross-entropy, Gaussian maps.</source>
        <translation>La recepta publicada per a imatges petites de carrer: 128 x 64, normalització per lots, entropia creuada, mapes gaussians.</translation>
    </message>
    <message>
        <source>The recipe of the published DeepFashion network, which the thesis began from: batch 7, 500 epochs of 4,000 pairs and 200 more with a falling rate.</source>
        <translation>La recepta de la xarxa publicada per a DeepFashion, de la qual va partir la tesi: lot de 7, 500 èpoques de 4.000 parelles i 200 més amb la taxa en descens.</translation>
    </message>
    <message>
        <source>Thesis, 500 epochs</source>
        <translation>Tesi, 500 èpoques</translation>
    </message>
    <message>
        <source>Thesis, 500 epochs, appearance x 2</source>
        <translation>Tesi, 500 èpoques, aparença x 2</translation>
    </message>
    <message>
        <source>Thesis, 70 epochs</source>
        <translation>Tesi, 70 èpoques</translation>
    </message>
    <message>
        <source>Thesis, 700 epochs, appearance x 3</source>
        <translation>Tesi, 700 èpoques, aparença x 3</translation>
    </message>
    <message>
        <source>Tiny</source>
        <translation>Mínima</translation>
    </message>
</context>
<context>
    <name>Restorer</name>
    <message>
        <source>Restore {0}</source>
        <translation>Restaura {0}</translation>
    </message>
    <message>
        <source>This is how {0} was made: its photo, poses and background are back.</source>
        <translation>Així es va fer {0}: la foto, les poses i el fons tornen a ser-hi.</translation>
    </message>
    <message>
        <source>{0} was made from {1}. Open that photo and drop the picture again to go on where it was made.</source>
        <translation>{0} es va fer a partir de {1}. Obriu aquella foto i torneu a deixar anar la imatge per continuar on es va fer.</translation>
    </message>
</context>
<context>
    <name>ResultsWindow</name>
    <message>
        <source>A file that others can merge with theirs</source>
        <translation>Un fitxer que altres poden combinar amb el seu</translation>
    </message>
    <message>
        <source>Every rating, one a line</source>
        <translation>Totes les valoracions, una per línia</translation>
    </message>
    <message>
        <source>Export the review…</source>
        <translation>Exporta la revisió…</translation>
    </message>
    <message>
        <source>Join SSIM and FID…</source>
        <translation>Afegeix SSIM i FID…</translation>
    </message>
    <message>
        <source>Merge reviews…</source>
        <translation>Combina revisions…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Models side by side</source>
        <translation>Models de costat</translation>
    </message>
    <message>
        <source>Page to print…</source>
        <translation>Pàgina per imprimir…</translation>
    </message>
    <message>
        <source>Ratings as CSV…</source>
        <translation>Valoracions com a CSV…</translation>
    </message>
    <message>
        <source>Read them from an evaluation.json</source>
        <translation>Les llegeix d&apos;un evaluation.json</translation>
    </message>
    <message>
        <source>Results of the review</source>
        <translation>Resultats de la revisió</translation>
    </message>
    <message>
        <source>Scores with intervals by model and group</source>
        <translation>Puntuacions amb intervals per model i grup</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>Taula com a CSV…</translation>
    </message>
    <message>
        <source>Take in the review files of other people</source>
        <translation>Incorpora els fitxers de revisió d&apos;altres persones</translation>
    </message>
    <message>
        <source>The interval is Student&apos;s t at 95 % over pictures, each counted once with the mean of its raters. Cited rows are the thesis&apos;s, measured on other pictures.</source>
        <translation>L&apos;interval és el de la t de Student al 95 % sobre les imatges, cadascuna comptada un cop amb la mitjana dels seus avaluadors. Les files citades són les de la tesi, mesurades en altres imatges.</translation>
    </message>
    <message>
        <source>The tables as a page, as HTML</source>
        <translation>Les taules com a pàgina, en HTML</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>ningú encara</translation>
    </message>
    <message>
        <source>{0} ratings by {1}. Agreement (Krippendorff&apos;s alpha, ordinal): {2}</source>
        <translation>{0} valoracions de {1}. Acord (alfa de Krippendorff, ordinal): {2}</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>1 to 5 score, Y accepts, X rejects, N writes a note, Z takes back, Esc leaves.</source>
        <translation>De l&apos;1 al 5 puntua, Y accepta, X rebutja, N escriu una nota, Z desfà, Esc surt.</translation>
    </message>
    <message>
        <source>A folder that has one folder of pictures a model</source>
        <translation>Una carpeta que té una carpeta d&apos;imatges per model</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Una carpeta…</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Comença</translation>
    </message>
    <message>
        <source>Cards that are judged</source>
        <translation>Fitxes valorades</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Judge pictures without knowing who made them: everybody sees as many of each model, in an order of their own.</source>
        <translation>Valoreu imatges sense saber qui les ha fet: tothom en veu les mateixes de cada model, en un ordre propi.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Torna-hi a mirar</translation>
    </message>
    <message>
        <source>Names the models: look when you have finished</source>
        <translation>Anomena els models: mireu-ho quan hàgiu acabat</translation>
    </message>
    <message>
        <source>Pictures of each model</source>
        <translation>Imatges de cada model</translation>
    </message>
    <message>
        <source>Results…</source>
        <translation>Resultats…</translation>
    </message>
    <message>
        <source>Say your name first</source>
        <translation>Digueu abans el vostre nom</translation>
    </message>
    <message>
        <source>The pictures that were made in this project</source>
        <translation>Les imatges que s&apos;han fet en aquest projecte</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Aquest projecte</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>El vostre nom</translation>
    </message>
    <message>
        <source>all</source>
        <translation>totes</translation>
    </message>
    <message>
        <source>{0} of {1} judged</source>
        <translation>{0} de {1} valorades</translation>
    </message>
    <message>
        <source>{0} pictures of one model; you see {2}.</source>
        <translation>{0} imatges d&apos;un model; en veieu {2}.</translation>
    </message>
    <message>
        <source>{0} pictures of {1} models; you see {2}.</source>
        <translation>Imatges: {0}; models: {1}; en veieu {2}.</translation>
    </message>
</context>
<context>
    <name>ReviewResults</name>
    <message>
        <source>95 % interval</source>
        <translation>interval del 95 %</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Acceptades</translation>
    </message>
    <message>
        <source>By facing</source>
        <translation>Per orientació</translation>
    </message>
    <message>
        <source>By gender</source>
        <translation>Per gènere</translation>
    </message>
    <message>
        <source>MOS</source>
        <translation>MOS</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imatges</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Valoracions</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rebutjada</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>acceptable</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bo</translation>
    </message>
    <message>
        <source>not known; it takes pictures that two people judged</source>
        <translation>no se sap; calen imatges que hagin valorat dues persones</translation>
    </message>
    <message>
        <source>poor</source>
        <translation>pobre</translation>
    </message>
</context>
<context>
    <name>Reviewing</name>
    <message>
        <source>Evaluation</source>
        <translation>Avaluació</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>Exporta la revisió</translation>
    </message>
    <message>
        <source>Figures of {0} stand beside the scores.</source>
        <translation>Les mètriques de {0} són al costat de les puntuacions.</translation>
    </message>
    <message>
        <source>Join SSIM and FID</source>
        <translation>Afegeix SSIM i FID</translation>
    </message>
    <message>
        <source>Judge the pictures of a folder</source>
        <translation>Valora les imatges d&apos;una carpeta</translation>
    </message>
    <message>
        <source>Merge reviews</source>
        <translation>Combina revisions</translation>
    </message>
    <message>
        <source>No pictures were made in this project yet. Transfer some, or choose a folder.</source>
        <translation>En aquest projecte encara no s&apos;ha fet cap imatge. Transferiu-ne algunes, o trieu una carpeta.</translation>
    </message>
    <message>
        <source>Page to print</source>
        <translation>Pàgina per imprimir</translation>
    </message>
    <message>
        <source>Ratings as CSV</source>
        <translation>Valoracions com a CSV</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisió</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>S&apos;ha desat {0}</translation>
    </message>
    <message>
        <source>Table as CSV</source>
        <translation>Taula com a CSV</translation>
    </message>
    <message>
        <source>{0} ratings are new; {1} were known.</source>
        <translation>{0} valoracions són noves; {1} ja es coneixien.</translation>
    </message>
    <message>
        <source>{0} times a person judged a card more than once, first {1} on {2}: the newest counts.</source>
        <translation>{0} vegades una persona va valorar una fitxa més d&apos;un cop, la primera {1} el {2}: compta la més nova.</translation>
    </message>
</context>
<context>
    <name>RunAdvice</name>
    <message>
        <source>A discriminator has won: {0} has stayed below {1} for the last {2} steps, so the generator learns nothing from it any more. Lower its weight or its rate.</source>
        <translation>Un discriminador ha guanyat: {0} s&apos;ha mantingut per sota de {1} durant els últims {2} passos, de manera que el generador ja no n&apos;aprèn res. Abaixeu-ne el pes o la taxa.</translation>
    </message>
    <message>
        <source>Go on continues from the checkpoint of step {0}.</source>
        <translation>Continua segueix des del punt de control del pas {0}.</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint with a lower rate, or with float32 precision.</source>
        <translation>Continueu des de l&apos;últim punt de control amb una taxa més baixa, o amb precisió float32.</translation>
    </message>
    <message>
        <source>It was ended by signal {0}.</source>
        <translation>L&apos;ha acabat el senyal {0}.</translation>
    </message>
    <message>
        <source>Its last words: {0}</source>
        <translation>Les últimes paraules: {0}</translation>
    </message>
    <message>
        <source>Make room on the disk, then go on.</source>
        <translation>Feu lloc al disc i després continueu.</translation>
    </message>
    <message>
        <source>No line has come for {0}. The process still lives; it may be judging, or wait for the disk.</source>
        <translation>Fa {0} que no arriba cap línia. El procés encara viu; potser està avaluant, o espera el disc.</translation>
    </message>
    <message>
        <source>Nothing was heard of this run for {0}. If its machine has stopped, go on from the last checkpoint.</source>
        <translation>Fa {0} que no se sap res d&apos;aquest entrenament. Si la seva màquina s&apos;ha aturat, continueu des de l&apos;últim punt de control.</translation>
    </message>
    <message>
        <source>Only {0} GB are free on the run&apos;s disk. The run stops when a checkpoint does not fit.</source>
        <translation>Al disc de l&apos;entrenament només queden {0} GB lliures. L&apos;entrenament s&apos;atura quan un punt de control no hi cap.</translation>
    </message>
    <message>
        <source>The disk is full: make room, then go on.</source>
        <translation>El disc és ple: feu lloc i després continueu.</translation>
    </message>
    <message>
        <source>The log may say more.</source>
        <translation>Potser el registre en diu més.</translation>
    </message>
    <message>
        <source>The losses have hardly moved since step {0}. More steps at this rate may not be worth their time.</source>
        <translation>Les pèrdues gairebé no s&apos;han mogut des del pas {0}. Potser no val la pena fer més passos amb aquesta taxa.</translation>
    </message>
    <message>
        <source>The losses have not moved since step {0}. Is the rate too low, or the data always the same?</source>
        <translation>Les pèrdues no s&apos;han mogut des del pas {0}. La taxa és massa baixa, o les dades són sempre les mateixes?</translation>
    </message>
    <message>
        <source>The memory was probably not enough: use a smaller batch.</source>
        <translation>Probablement no hi havia prou memòria: feu servir un lot més petit.</translation>
    </message>
    <message>
        <source>The run failed at step {0}: {1}</source>
        <translation>L&apos;entrenament ha fallat al pas {0}: {1}</translation>
    </message>
    <message>
        <source>The run has become slow: {0} pictures a second, usually {1}. Does something else use the machine?</source>
        <translation>L&apos;entrenament s&apos;ha alentit: {0} imatges per segon, normalment {1}. Hi ha alguna altra cosa que faci servir la màquina?</translation>
    </message>
    <message>
        <source>The run&apos;s data is not where it was. To go on, bring it back.</source>
        <translation>Les dades de l&apos;entrenament no són on eren. Per continuar, torneu-les al seu lloc.</translation>
    </message>
    <message>
        <source>The training did not start.</source>
        <translation>L&apos;entrenament no ha començat.</translation>
    </message>
    <message>
        <source>The training&apos;s process ended without a word at step {0}.</source>
        <translation>El procés de l&apos;entrenament s&apos;ha acabat sense dir res al pas {0}.</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>no n&apos;ha dit el motiu</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} dies</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} hores</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} minuts</translation>
    </message>
    <message>
        <source>{0} on held-out photos was best at step {1} and has become worse since. The run may have learnt its data.</source>
        <translation>{0} en fotos reservades va ser millor al pas {1} i des de llavors ha empitjorat. Potser l&apos;entrenament s&apos;ha après les dades de memòria.</translation>
    </message>
    <message>
        <source>{0} was not a number at step {1}. Stop, and go on from the last checkpoint with a lower rate.</source>
        <translation>{0} no era un nombre al pas {1}. Atureu i continueu des de l&apos;últim punt de control amb una taxa més baixa.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs</source>
        <translation>Entrenaments</translation>
    </message>
</context>
<context>
    <name>SequenceDialog</name>
    <message>
        <source>Back to the first pose</source>
        <translation>Torna a la primera posa</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fons</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancel·la</translation>
    </message>
    <message>
        <source>Choose at least two poses.</source>
        <translation>Trieu almenys dues poses.</translation>
    </message>
    <message>
        <source>Draw the pictures</source>
        <translation>Dibuixa les imatges</translation>
    </message>
    <message>
        <source>Drawing picture {0} of {1}</source>
        <translation>Es dibuixa la imatge {0} de {1}</translation>
    </message>
    <message>
        <source>Drawing picture {0} of {1}, {2} left</source>
        <translation>Es dibuixa la imatge {0} de {1}, queden {2}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Abans</translation>
    </message>
    <message>
        <source>Folder of numbered PNG pictures</source>
        <translation>Carpeta d&apos;imatges PNG numerades</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>En aquest ordre</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Després</translation>
    </message>
    <message>
        <source>GIF, plays everywhere</source>
        <translation>GIF, es veu a tot arreu</translation>
    </message>
    <message>
        <source>MP4 video, for video players</source>
        <translation>Vídeo MP4, per a reproductors</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Nombre d&apos;imatges</translation>
    </message>
    <message>
        <source>Numbered pictures that are saved can then be judged in Review; Undo takes them out</source>
        <translation>Les imatges numerades que es desen es poden valorar després a Revisió; Desfés les en treu</translation>
    </message>
    <message>
        <source>PNG pictures also into the project</source>
        <translation>Imatges PNG també al projecte</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imatges</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Imatges per segon</translation>
    </message>
    <message>
        <source>Poses: Enter or double click adds one</source>
        <translation>Poses: Retorn o doble clic n&apos;afegeix una</translation>
    </message>
    <message>
        <source>Progress of the sequence</source>
        <translation>Progrés de la seqüència</translation>
    </message>
    <message>
        <source>Save the sequence</source>
        <translation>Desa la seqüència</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>S&apos;ha desat {0}</translation>
    </message>
    <message>
        <source>Saved {0}. Video players show it, browsers do not: for them save it as WebM.</source>
        <translation>S&apos;ha desat {0}. Els reproductors el mostren, els navegadors no: per a ells deseu-lo com a WebM.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Desa…</translation>
    </message>
    <message>
        <source>Saving the sequence</source>
        <translation>Es desa la seqüència</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Es desa…</translation>
    </message>
    <message>
        <source>Scene, in the frame</source>
        <translation>Escena, dins l&apos;enquadrament</translation>
    </message>
    <message>
        <source>Sequence of {0}</source>
        <translation>Seqüència de {0}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Treu</translation>
    </message>
    <message>
        <source>This is how the skeleton moves. Draw the pictures to see the person.</source>
        <translation>Així es mou l&apos;esquelet. Dibuixeu les imatges per veure la persona.</translation>
    </message>
    <message>
        <source>WebM video, plays in browsers</source>
        <translation>Vídeo WebM, es veu als navegadors</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanc</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Foto sencera</translation>
    </message>
    <message>
        <source>{0} pictures are drawn.</source>
        <translation>S&apos;han dibuixat {0} imatges.</translation>
    </message>
</context>
<context>
    <name>SequenceFlow</name>
    <message>
        <source>Drawing a sequence</source>
        <translation>Es dibuixa una seqüència</translation>
    </message>
    <message>
        <source>Put the pictures of {0} into the project</source>
        <translation>Posa les imatges de {0} al projecte</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Adam&apos;s memory of gradients and of their squares</source>
        <translation>la memòria d&apos;Adam per als gradients i els seus quadrats</translation>
    </message>
    <message>
        <source>AdamW&apos;s weight decay</source>
        <translation>decaïment dels pesos d&apos;AdamW</translation>
    </message>
    <message>
        <source>a prepared data set, or a folder with photos/, masks/ and keypoints18.json</source>
        <translation>un conjunt de dades preparat, o una carpeta amb photos/, masks/ i keypoints18.json</translation>
    </message>
    <message>
        <source>and at a rate that falls to its end in a straight line</source>
        <translation>i amb una taxa que baixa fins al final en línia recta</translation>
    </message>
    <message>
        <source>auto (bf16 where the device is fast at it), bf16 or float32</source>
        <translation>auto (bf16 on el dispositiu hi és ràpid), bf16 o float32</translation>
    </message>
    <message>
        <source>auto, cpu, cuda or mps</source>
        <translation>auto, cpu, cuda o mps</translation>
    </message>
    <message>
        <source>compact or published</source>
        <translation>compact o published</translation>
    </message>
    <message>
        <source>cosine, or linear: constant for `epochs`, then straight down for `decay_epochs`</source>
        <translation>cosine, o linear: constant durant `epochs`, i després en línia recta avall durant `decay_epochs`</translation>
    </message>
    <message>
        <source>decay of the weights&apos; moving average, which is then what is evaluated and exported; 0 for none</source>
        <translation>decaïment de la mitjana mòbil dels pesos, que és la que llavors s&apos;avalua i s&apos;exporta; 0 per a cap</translation>
    </message>
    <message>
        <source>decay of the weights&apos; moving average, which is what is evaluated and exported</source>
        <translation>decaïment de la mitjana mòbil dels pesos, que és la que s&apos;avalua i s&apos;exporta</translation>
    </message>
    <message>
        <source>folder for the framed photos of such a folder; empty for one beside the run</source>
        <translation>carpeta per a les fotos enquadrades d&apos;una carpeta així; buit per a una al costat de l&apos;entrenament</translation>
    </message>
    <message>
        <source>folder of rendered people (`repose-train synthesize`) for pairs of one person in two poses and from two sides, which moving a photo cannot make; empty for none</source>
        <translation>carpeta de persones renderitzades (`repose-train synthesize`) per a parelles d&apos;una persona en dues poses i vista de dos costats, cosa que moure una foto no pot fer; buit per a cap</translation>
    </message>
    <message>
        <source>folder of rendered people in the same form (`repose-train synthesize`); empty for none</source>
        <translation>carpeta de persones renderitzades en la mateixa forma (`repose-train synthesize`); buit per a cap</translation>
    </message>
    <message>
        <source>folder with photos/, masks/ and keypoints18.json</source>
        <translation>carpeta amb photos/, masks/ i keypoints18.json</translation>
    </message>
    <message>
        <source>generated pictures each discriminator is shown again later; 0 for none</source>
        <translation>imatges generades que es tornen a ensenyar més tard a cada discriminador; 0 per a cap</translation>
    </message>
    <message>
        <source>given (by a prepared data set), made (from single photos), auto (given where there are any)</source>
        <translation>given (les d&apos;un conjunt preparat), made (fetes de fotos soltes), auto (given on n&apos;hi hagi)</translation>
    </message>
    <message>
        <source>how much more a pixel of the person counts than one of the background</source>
        <translation>quant més compta un píxel de la persona que un del fons</translation>
    </message>
    <message>
        <source>in steps; 0 for never</source>
        <translation>en passos; 0 per a mai</translation>
    </message>
    <message>
        <source>its normalisation (instance or batch), and whether its blocks drop half of their values</source>
        <translation>la seva normalització (instance o batch), i si els seus blocs descarten la meitat dels valors</translation>
    </message>
    <message>
        <source>largest norm of all gradients together; 0 for no limit</source>
        <translation>norma més gran de tots els gradients junts; 0 per a cap límit</translation>
    </message>
    <message>
        <source>learning rate after warm-up, and at the end</source>
        <translation>taxa d&apos;aprenentatge després de l&apos;escalfament, i al final</translation>
    </message>
    <message>
        <source>learning rate after warm-up, and at the end of its cosine</source>
        <translation>taxa d&apos;aprenentatge després de l&apos;escalfament, i al final del seu cosinus</translation>
    </message>
    <message>
        <source>learning rate of theirs; 0 for the generator&apos;s</source>
        <translation>la seva taxa d&apos;aprenentatge; 0 per a la del generador</translation>
    </message>
    <message>
        <source>least-squares or cross-entropy</source>
        <translation>mínims quadrats o entropia creuada</translation>
    </message>
    <message>
        <source>of Gaussians in place of discs, in pixels at full size; 0 for discs</source>
        <translation>de gaussianes en lloc de discos, en píxels a mida completa; 0 per a discos</translation>
    </message>
    <message>
        <source>of a training picture in pixels</source>
        <translation>d&apos;una imatge d&apos;entrenament en píxels</translation>
    </message>
    <message>
        <source>of everything random; step n of a run draws from (seed, n), so a resumed run draws the same</source>
        <translation>de tot el que és aleatori; el pas n d&apos;un entrenament surt de (llavor, n), de manera que un de reprès en treu el mateix</translation>
    </message>
    <message>
        <source>of the keypoints&apos; discs, in pixels at full size</source>
        <translation>dels discos dels punts clau, en píxels a mida completa</translation>
    </message>
    <message>
        <source>optimiser steps in all; 0 where epochs say how many</source>
        <translation>passos de l&apos;optimitzador en total; 0 on ho diuen les èpoques</translation>
    </message>
    <message>
        <source>pairs in an epoch: the published code&apos;s 4,000, however many the data set has</source>
        <translation>parelles en una època: les 4.000 del codi publicat, per moltes que tingui el conjunt de dades</translation>
    </message>
    <message>
        <source>pairs of the `val` split that a look in between uses; 0 for all</source>
        <translation>parelles de la part `val` que fa servir una ullada a mig camí; 0 per a totes</translation>
    </message>
    <message>
        <source>part of the run after which training is at full size; between the two it is at half size</source>
        <translation>part de l&apos;entrenament a partir de la qual es treballa a mida completa; entre les dues, a mitja mida</translation>
    </message>
    <message>
        <source>part of the run that trains at a quarter of that size, twice as many at a time: colours</source>
        <translation>part de l&apos;entrenament que treballa a un quart d&apos;aquesta mida, amb el doble d&apos;imatges alhora: els colors</translation>
    </message>
    <message>
        <source>part of the run that trains at two thirds of that size, which is cheaper</source>
        <translation>part de l&apos;entrenament que treballa a dos terços d&apos;aquesta mida, cosa que surt més barata</translation>
    </message>
    <message>
        <source>photo: the condition image as it is, as published; moved: in the target pose, with its holes</source>
        <translation>photo: la imatge de condició tal com és, com es va publicar; moved: en la posa objectiu, amb els seus forats</translation>
    </message>
    <message>
        <source>photos of the `val` split that a look in between uses; 0 for all</source>
        <translation>fotos de la part `val` que fa servir una ullada a mig camí; 0 per a totes</translation>
    </message>
    <message>
        <source>pictures a step after that, as a share of the batch</source>
        <translation>imatges per pas després d&apos;això, com a part del lot</translation>
    </message>
    <message>
        <source>pictures a step, over all processes together</source>
        <translation>imatges per pas, entre tots els processos</translation>
    </message>
    <message>
        <source>pictures in a batch that share a made pair, in other colours: moving costs most</source>
        <translation>imatges d&apos;un lot que comparteixen una parella feta, amb altres colors: el que més costa és moure</translation>
    </message>
    <message>
        <source>processes that make batches; 0 makes them in the training process</source>
        <translation>processos que fan lots; amb 0 es fan al procés de l&apos;entrenament</translation>
    </message>
    <message>
        <source>share of pairs that are mirrored, left and right joints swapped</source>
        <translation>part de les parelles que s&apos;emmirallen, amb les articulacions dretes i esquerres intercanviades</translation>
    </message>
    <message>
        <source>share of the training pairs that come from it</source>
        <translation>part de les parelles d&apos;entrenament que en surten</translation>
    </message>
    <message>
        <source>share of the training pictures that come from it</source>
        <translation>part de les imatges d&apos;entrenament que en surten</translation>
    </message>
    <message>
        <source>spread of the confidence maps (3.1.2.3) and half width of the fields (3.1.2.5), input pixels</source>
        <translation>amplada dels mapes de confiança (3.1.2.3) i mitja amplada dels camps (3.1.2.5), en píxels d&apos;entrada</translation>
    </message>
    <message>
        <source>steps in which the rate rises from nothing</source>
        <translation>passos en què la taxa puja des de zero</translation>
    </message>
    <message>
        <source>the discriminators&apos; size</source>
        <translation>la mida dels discriminadors</translation>
    </message>
    <message>
        <source>the figure by which best.pt is kept, as &quot;smaller l1&quot; or &quot;larger ssim&quot;; empty for the task&apos;s own</source>
        <translation>la mètrica per la qual es conserva best.pt, com ara &quot;smaller l1&quot; o &quot;larger ssim&quot;; buit per a la de la tasca</translation>
    </message>
    <message>
        <source>the generator&apos;s size</source>
        <translation>la mida del generador</translation>
    </message>
    <message>
        <source>the preset that it began as</source>
        <translation>la recepta amb què va començar</translation>
    </message>
    <message>
        <source>training photos on which the exported weights&apos; confidences are measured; 0 for none</source>
        <translation>fotos d&apos;entrenament amb què es mesuren les confiances dels pesos exportats; 0 per a cap</translation>
    </message>
    <message>
        <source>weight of each discriminator in it; the thesis&apos; x2 and x3 are the first</source>
        <translation>pes de cada discriminador en ella; el x2 i el x3 de la tesi són el primer</translation>
    </message>
    <message>
        <source>weight of one minus the SSIM over each part of the body</source>
        <translation>pes d&apos;u menys la SSIM sobre cada part del cos</translation>
    </message>
    <message>
        <source>weight of the L1 between features of picture and target</source>
        <translation>pes de la L1 entre les característiques de la imatge i de l&apos;objectiu</translation>
    </message>
    <message>
        <source>weight of the L1 between the features&apos; Gram matrices</source>
        <translation>pes de la L1 entre les matrius de Gram de les característiques</translation>
    </message>
    <message>
        <source>weight of the adversarial loss; 0 for no discriminators</source>
        <translation>pes de la pèrdua adversària; 0 per no tenir discriminadors</translation>
    </message>
    <message>
        <source>weight of the penalty on the discriminators&apos; slopes at real pictures</source>
        <translation>pes de la penalització sobre els pendents dels discriminadors en imatges reals</translation>
    </message>
    <message>
        <source>weight of the person mask&apos;s loss</source>
        <translation>pes de la pèrdua de la màscara de la persona</translation>
    </message>
    <message>
        <source>weights file to start from; empty for random weights</source>
        <translation>fitxer de pesos del qual partir; buit per a pesos aleatoris</translation>
    </message>
    <message>
        <source>weights of the losses on colours, on edges and on the means of 4 x 4 pixels</source>
        <translation>pesos de les pèrdues sobre els colors, sobre les vores i sobre les mitjanes de 4 x 4 píxels</translation>
    </message>
    <message>
        <source>weights of the losses on what lies below the output mask, and on the mask itself</source>
        <translation>pesos de les pèrdues sobre el que hi ha sota la màscara de sortida, i sobre la màscara mateixa</translation>
    </message>
    <message>
        <source>weights to start from, by name or path; empty for random weights</source>
        <translation>pesos dels quals partir, pel nom o el camí; buit per a pesos aleatoris</translation>
    </message>
    <message>
        <source>what the weights&apos; card shall say; empty for what is known of the data</source>
        <translation>què ha de dir la fitxa dels pesos; buit per al que se sàpiga de les dades</translation>
    </message>
    <message>
        <source>where features come from: vgg19, or repose-pose, which is in the box</source>
        <translation>d&apos;on surten les característiques: vgg19, o repose-pose, que ve amb el programa</translation>
    </message>
    <message>
        <source>where loop.steps is 0: the run&apos;s length at the full rate, in epochs</source>
        <translation>on loop.steps és 0: la durada de l&apos;entrenament a taxa completa, en èpoques</translation>
    </message>
    <message>
        <source>whether colours are changed at random, in both pictures alike</source>
        <translation>si els colors es canvien a l&apos;atzar, en totes dues imatges igual</translation>
    </message>
    <message>
        <source>whether pictures lie in memory with their channels together, which most convolutions like better</source>
        <translation>si les imatges es guarden a la memòria amb els canals junts, cosa que agrada més a la majoria de convolucions</translation>
    </message>
    <message>
        <source>whether small pictures lose most of the white beside the person, which costs time</source>
        <translation>si les imatges petites perden gairebé tot el blanc del costat de la persona, que costa temps</translation>
    </message>
    <message>
        <source>whether such pairs may show the person from another side: a moved photo does not tell what is there, and a network without discriminators answers with a blur</source>
        <translation>si aquestes parelles poden mostrar la persona des d&apos;un altre costat: una foto moguda no diu què hi ha allà, i una xarxa sense discriminadors respon amb una taca borrosa</translation>
    </message>
    <message>
        <source>whether the discriminators&apos; convolutions are held at spectral norm 1</source>
        <translation>si les convolucions dels discriminadors es mantenen a norma espectral 1</translation>
    </message>
    <message>
        <source>whether the network may let the condition image through, pixel by pixel</source>
        <translation>si la xarxa pot deixar passar la imatge de condició, píxel a píxel</translation>
    </message>
    <message>
        <source>whether torch compiles the network: a slow first step, faster ones after it</source>
        <translation>si torch compila la xarxa: un primer pas lent i passos més ràpids després</translation>
    </message>
    <message>
        <source>which features, for vgg19 relu1_1 to relu5_4 (conv1_1, pool1 and so on too), for repose-pose level1 to level5</source>
        <translation>quines característiques: per a vgg19, de relu1_1 a relu5_4 (també conv1_1, pool1, etc.); per a repose-pose, de level1 a level5</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Add pictures…</source>
        <translation>Afegeix imatges…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automàtic</translation>
    </message>
    <message>
        <source>Choose pictures.</source>
        <translation>Trieu imatges.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnes</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Full de contacte</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiat</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copia</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>Imatge JPEG</translation>
    </message>
    <message>
        <source>Making a contact sheet</source>
        <translation>Es fa un full de contacte</translation>
    </message>
    <message>
        <source>Making the sheet…</source>
        <translation>Es fa el full…</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Noms</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Imatge PNG</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imatges</translation>
    </message>
    <message>
        <source>Save the contact sheet</source>
        <translation>Desa el full de contacte</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>S&apos;ha desat {0}</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Desa…</translation>
    </message>
    <message>
        <source>Saving a contact sheet</source>
        <translation>Es desa un full de contacte</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Es desa…</translation>
    </message>
    <message>
        <source>The contact sheet</source>
        <translation>El full de contacte</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Action</source>
        <translation>Acció</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Accions i les seves tecles</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Dreceres de teclat</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tecles</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Deixa-ho</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Tecles noves</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Sense tecles</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restableix</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restableix-ho tot</translation>
    </message>
    <message>
        <source>Reset the keys of this action</source>
        <translation>Restableix les tecles d&apos;aquesta acció</translation>
    </message>
    <message>
        <source>Search by name or keys</source>
        <translation>Cerca per nom o per tecles</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Cerca dreceres</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Queda-te-les</translation>
    </message>
    <message>
        <source>{0} belongs to skeleton and picture. Press other keys.</source>
        <translation>{0} és de l&apos;esquelet i la imatge. Premeu unes altres tecles.</translation>
    </message>
    <message>
        <source>{0} runs “{1}” now.</source>
        <translation>{0} executa ara «{1}».</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Teclat i ratolí</translation>
    </message>
</context>
<context>
    <name>SkeletonView</name>
    <message>
        <source>Click to pick this person</source>
        <translation>Feu clic per triar aquesta persona</translation>
    </message>
    <message>
        <source>Tab goes from joint to joint, arrows move it; 1, 2 and 3: visible, hidden, missing</source>
        <translation>Tab va d&apos;articulació en articulació, les fletxes la mouen; 1, 2 i 3: visible, oculta, absent</translation>
    </message>
    <message>
        <source>{0}, selected</source>
        <translation>{0}, seleccionada</translation>
    </message>
</context>
<context>
    <name>StateBar</name>
    <message>
        <source>Progress of the photos</source>
        <translation>Progrés de les fotos</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Models not loaded yet</source>
        <translation>Encara no s&apos;han carregat els models</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>A punt</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estat</translation>
    </message>
    <message>
        <source>{0} in {1} s</source>
        <translation>{0} en {1} s</translation>
    </message>
</context>
<context>
    <name>TagLine</name>
    <message>
        <source>Tags, divided by commas</source>
        <translation>Etiquetes, separades per comes</translation>
    </message>
    <message>
        <source>Tags, divided by commas. Enter keeps them.</source>
        <translation>Etiquetes, separades per comes. Retorn les desa.</translation>
    </message>
    <message>
        <source>summer, walking</source>
        <translation>estiu, caminant</translation>
    </message>
</context>
<context>
    <name>TargetFlow</name>
    <message>
        <source>Nobody was found in {0}, so there is no pose to take. Try another photo, or draw the pose.</source>
        <translation>No s&apos;ha trobat ningú a {0}, de manera que no hi ha cap posa per prendre. Proveu una altra foto, o dibuixeu la posa.</translation>
    </message>
    <message>
        <source>Taking the pose from {0}…</source>
        <translation>Es pren la posa de {0}…</translation>
    </message>
    <message>
        <source>Took the pose from {0}</source>
        <translation>S&apos;ha pres la posa de {0}</translation>
    </message>
</context>
<context>
    <name>TargetPane</name>
    <message>
        <source>Choose a pose from the gallery
or drop a photo here to take its pose, or draw one</source>
        <translation>Trieu una posa de la galeria,
deixeu anar aquí una foto per prendre&apos;n la posa, o dibuixeu-ne una</translation>
    </message>
    <message>
        <source>Draw a pose</source>
        <translation>Dibuixa una posa</translation>
    </message>
    <message>
        <source>Drawn pose</source>
        <translation>Posa dibuixada</translation>
    </message>
    <message>
        <source>Fit to person</source>
        <translation>Ajusta a la persona</translation>
    </message>
    <message>
        <source>Give the target pose the place and the bone lengths of the person in the photo</source>
        <translation>Dona a la posa objectiu el lloc i les longituds dels ossos de la persona de la foto</translation>
    </message>
    <message>
        <source>Target pose</source>
        <translation>Posa objectiu</translation>
    </message>
    <message>
        <source>{0}, edited</source>
        <translation>{0}, editada</translation>
    </message>
</context>
<context>
    <name>Training</name>
    <message>
        <source> $ an hour</source>
        <translation> $ per hora</translation>
    </message>
    <message>
        <source>95 %: {0} to {1}</source>
        <translation>95 %: de {0} a {1}</translation>
    </message>
    <message>
        <source>A folder of photos, DeepFashion&apos;s tree, annotated photos or a data set that was prepared before.</source>
        <translation>Una carpeta de fotos, l&apos;arbre de DeepFashion, fotos anotades o un conjunt de dades ja preparat.</translation>
    </message>
    <message>
        <source>About {0}</source>
        <translation>Uns {0}</translation>
    </message>
    <message>
        <source>All curves</source>
        <translation>Totes les corbes</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Tots els paràmetres</translation>
    </message>
    <message>
        <source>Annotated photos: {0}, of which {1} are to train on and {2} to judge by. No preparation is needed.</source>
        <translation>Fotos anotades: {0}, de les quals {1} són per entrenar i {2} per avaluar. No cal cap preparació.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Una altra carpeta…</translation>
    </message>
    <message>
        <source>Appearance ×</source>
        <translation>Aparença ×</translation>
    </message>
    <message>
        <source>Back to the list of runs</source>
        <translation>Torna a la llista d&apos;entrenaments</translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>Torna a la recepta</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lot</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Millor</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Tria una carpeta…</translation>
    </message>
    <message>
        <source>Choose photos and a recipe.</source>
        <translation>Trieu fotos i una recepta.</translation>
    </message>
    <message>
        <source>Choose the photos to train on.</source>
        <translation>Trieu les fotos per entrenar.</translation>
    </message>
    <message>
        <source>Prepare the photos first: that finds joints and cuts the people out.</source>
        <translation>Prepareu primer les fotos: es troben els punts clau i es retallen les persones.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Tanca aquest missatge</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Ordre copiada</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Compara</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copia l&apos;ordre</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Ha caigut</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Corbes</translation>
    </message>
    <message>
        <source>Curves appear with the first logged step.</source>
        <translation>Les corbes apareixen amb el primer pas registrat.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferències</translation>
    </message>
    <message>
        <source>Drop a folder of photos here</source>
        <translation>Deixeu anar aquí una carpeta de fotos</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplica…</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Èpoques</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>S&apos;estima…</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Avalua</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Ha fallat</translation>
    </message>
    <message>
        <source>Fetching the model of {0}</source>
        <translation>S&apos;obté el model de {0}</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>S&apos;obté…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Mètrica</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Mètriques</translation>
    </message>
    <message>
        <source>Figures while training</source>
        <translation>Mètriques durant l&apos;entrenament</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Acabat</translation>
    </message>
    <message>
        <source>GAN weight</source>
        <translation>Pes GAN</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generador</translation>
    </message>
    <message>
        <source>Give the whole window to the training, or see it beside the pictures</source>
        <translation>Dona tota la finestra a l&apos;entrenament, o el mostra al costat de les imatges</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continua</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>Continua des de l&apos;últim punt de control</translation>
    </message>
    <message>
        <source>Go on preparing</source>
        <translation>Continua preparant</translation>
    </message>
    <message>
        <source>How long it takes shows once it runs.</source>
        <translation>Quant triga es veu quan està en marxa.</translation>
    </message>
    <message>
        <source>How much each curve is smoothed; the values themselves stay visible behind it</source>
        <translation>Quant se suavitza cada corba; els valors mateixos queden visibles al darrere</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Interromp</translation>
    </message>
    <message>
        <source>Interrupt judging</source>
        <translation>Interromp l&apos;avaluació</translation>
    </message>
    <message>
        <source>Judge the best checkpoint thoroughly, on photos it has not seen</source>
        <translation>Avalua a fons el millor punt de control, amb fotos que no ha vist</translation>
    </message>
    <message>
        <source>Judged {0} on {1} photos of {2}</source>
        <translation>{0} avaluat amb {1} fotos de {2}</translation>
    </message>
    <message>
        <source>Judging begins…</source>
        <translation>Comença l&apos;avaluació…</translation>
    </message>
    <message>
        <source>Lay the marked runs over one another (Ctrl + click marks several)</source>
        <translation>Superposa els entrenaments marcats (Ctrl + clic en marca uns quants)</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Taxa d&apos;aprenentatge</translation>
    </message>
    <message>
        <source>Leave the first fall and single spikes out of the range</source>
        <translation>Deixa fora de l&apos;interval la primera caiguda i els pics aïllats</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registre</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>Registre de l&apos;entrenament</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Escala log.</translation>
    </message>
    <message>
        <source>Logarithmic scale: equal factors are equally high</source>
        <translation>Escala logarítmica: factors iguals fan la mateixa alçada</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>S&apos;examina la carpeta…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Model</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Més</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Mou a la paperera</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Moguda</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Nom de l&apos;entrenament</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Entrenament nou</translation>
    </message>
    <message>
        <source>No data set was used yet</source>
        <translation>Encara no s&apos;ha fet servir cap conjunt de dades</translation>
    </message>
    <message>
        <source>No figures yet. Evaluate judges the run&apos;s best checkpoint on photos it has not seen.</source>
        <translation>Encara no hi ha mètriques. Avalua jutja el millor punt de control de l&apos;entrenament amb fotos que no ha vist.</translation>
    </message>
    <message>
        <source>No news</source>
        <translation>Sense notícies</translation>
    </message>
    <message>
        <source>No outliers</source>
        <translation>Sense valors atípics</translation>
    </message>
    <message>
        <source>No picture of this data set is marked for training.</source>
        <translation>Cap imatge d&apos;aquest conjunt de dades està marcada per entrenar.</translation>
    </message>
    <message>
        <source>No runs yet. A training that you start goes on when the window is closed, and is here again later.</source>
        <translation>Encara no hi ha entrenaments. El que comenceu continua encara que tanqueu la finestra, i més tard el tornareu a trobar aquí.</translation>
    </message>
    <message>
        <source>No samples yet
A sheet of pictures appears here every so many steps (setting: sample every)</source>
        <translation>Encara no hi ha mostres
Cada tants passos apareix aquí un full d&apos;imatges (paràmetre: sample every)</translation>
    </message>
    <message>
        <source>Not measured: {0}: {1}</source>
        <translation>Sense mesurar: {0}: {1}</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>No començat</translation>
    </message>
    <message>
        <source>Nothing says how long the training is: give steps or epochs.</source>
        <translation>Res no diu quant dura l&apos;entrenament: indiqueu passos o èpoques.</translation>
    </message>
    <message>
        <source>Nothing was written. What a run says on standard error is kept in its log.txt and shown here.</source>
        <translation>No s&apos;ha escrit res. El que un entrenament diu per l&apos;error estàndard es desa al seu log.txt i es mostra aquí.</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>Obre un entrenament</translation>
    </message>
    <message>
        <source>Open a run&apos;s folder, wherever it was made; or drop it here</source>
        <translation>Obre la carpeta d&apos;un entrenament, s&apos;hagi fet on s&apos;hagi fet; o deixeu-la anar aquí</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Obre un entrenament…</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Obre la pàgina</translation>
    </message>
    <message>
        <source>Pages of the comparison</source>
        <translation>Pàgines de la comparació</translation>
    </message>
    <message>
        <source>Pages of the run</source>
        <translation>Pàgines de l&apos;entrenament</translation>
    </message>
    <message>
        <source>Paint with this run&apos;s weights in the window</source>
        <translation>Pinta a la finestra amb els pesos d&apos;aquest entrenament</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photos or a data set to train on</source>
        <translation>Fotos o un conjunt de dades per entrenar</translation>
    </message>
    <message>
        <source>Photos to judge by</source>
        <translation>Fotos per avaluar</translation>
    </message>
    <message>
        <source>Photos to train on</source>
        <translation>Fotos per entrenar</translation>
    </message>
    <message>
        <source>Plan a new training</source>
        <translation>Planifica un entrenament nou</translation>
    </message>
    <message>
        <source>Plan a new training that begins like this one</source>
        <translation>Planifica un entrenament nou que comença com aquest</translation>
    </message>
    <message>
        <source>Play through time</source>
        <translation>Reprodueix al llarg del temps</translation>
    </message>
    <message>
        <source>Pose estimator</source>
        <translation>Estimador de poses</translation>
    </message>
    <message>
        <source>Prepare these photos</source>
        <translation>Prepara aquestes fotos</translation>
    </message>
    <message>
        <source>Prepared: {0} pictures, {1} to train on, {2} to judge by.</source>
        <translation>Preparat: {0} imatges, {1} per entrenar, {2} per avaluar.</translation>
    </message>
    <message>
        <source>Preparing begins…</source>
        <translation>Comença la preparació…</translation>
    </message>
    <message>
        <source>Preparing this data set was interrupted. It goes on where it was.</source>
        <translation>La preparació d&apos;aquest conjunt de dades es va interrompre. Continua on era.</translation>
    </message>
    <message>
        <source>Preparing was interrupted. What is done is kept.</source>
        <translation>S&apos;ha interromput la preparació. El que està fet es conserva.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Recepta</translation>
    </message>
    <message>
        <source>Preset: {0}</source>
        <translation>Recepta: {0}</translation>
    </message>
    <message>
        <source>Price of the machine by the hour</source>
        <translation>Preu de la màquina per hora</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progrés</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recents</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Recepta</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Treu de la llista</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marxa</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>Imatges de mostra</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Mostres</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Cerca paràmetres</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Paràmetre</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Paràmetres</translation>
    </message>
    <message>
        <source>Shape ×</source>
        <translation>Forma ×</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostra la carpeta</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavització</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Comença l&apos;entrenament</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Comença</translation>
    </message>
    <message>
        <source>Step of the samples</source>
        <translation>Pas de les mostres</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Pas {0}</translation>
    </message>
    <message>
        <source>Step {0} ({1} of {2})</source>
        <translation>Pas {0} ({1} de {2})</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Passos</translation>
    </message>
    <message>
        <source>Steps in all; {0} are done</source>
        <translation>Passos en total; {0} ja estan fets</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Atura</translation>
    </message>
    <message>
        <source>Stop at the next step, with a checkpoint</source>
        <translation>Atura al pas següent, amb un punt de control</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Aturat</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>S&apos;atura</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>S&apos;atura…</translation>
    </message>
    <message>
        <source>The annotation keypoints18.json in this folder cannot be read.</source>
        <translation>L&apos;anotació keypoints18.json d&apos;aquesta carpeta no es pot llegir.</translation>
    </message>
    <message>
        <source>The estimator is trained on annotated photos: a folder with keypoints18.json, photos and masks.</source>
        <translation>L&apos;estimador s&apos;entrena amb fotos anotades: una carpeta amb keypoints18.json, fotos i màscares.</translation>
    </message>
    <message>
        <source>The moved picture, without a network</source>
        <translation>La imatge moguda, sense cap xarxa</translation>
    </message>
    <message>
        <source>The network that finds joints and person in a photo, from annotated photos. Some hours on two cores.</source>
        <translation>La xarxa que troba les articulacions i la persona en una foto, a partir de fotos anotades. Unes hores amb dos nuclis.</translation>
    </message>
    <message>
        <source>The person as photographed</source>
        <translation>La persona tal com es va fotografiar</translation>
    </message>
    <message>
        <source>The tables with worst, median and best pictures, in the browser</source>
        <translation>Les taules amb les pitjors, les mitjanes i les millors imatges, al navegador</translation>
    </message>
    <message>
        <source>There is no photo in this folder. Choose one with photos in it or in its folders.</source>
        <translation>En aquesta carpeta no hi ha cap foto. Trieu-ne una que en tingui, a dins o a les seves carpetes.</translation>
    </message>
    <message>
        <source>These runs have the same settings.</source>
        <translation>Aquests entrenaments tenen els mateixos paràmetres.</translation>
    </message>
    <message>
        <source>This data set is of another version of Repose Studio. Prepare its photos again.</source>
        <translation>Aquest conjunt de dades és d&apos;una altra versió de Repose Studio. Torneu a preparar-ne les fotos.</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation>Aquesta carpeta no es pot llegir.</translation>
    </message>
    <message>
        <source>This folder is not there any more.</source>
        <translation>Aquesta carpeta ja no hi és.</translation>
    </message>
    <message>
        <source>This recipe needs pairs: the same person in two poses. Prepare the photos, or take Single photos.</source>
        <translation>Aquesta recepta necessita parelles: la mateixa persona en dues poses. Prepareu les fotos, o trieu Fotos soltes.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Aquest entrenament</translation>
    </message>
    <message>
        <source>This run has no readable configuration.</source>
        <translation>Aquest entrenament no té cap configuració que es pugui llegir.</translation>
    </message>
    <message>
        <source>This sheet cannot be shown</source>
        <translation>Aquest full no es pot mostrar</translation>
    </message>
    <message>
        <source>This training cannot be started as it is.</source>
        <translation>Aquest entrenament no es pot començar tal com està.</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Entrena més</translation>
    </message>
    <message>
        <source>Train on with more steps…</source>
        <translation>Entrena amb més passos…</translation>
    </message>
    <message>
        <source>Trying some steps…</source>
        <translation>Es proven uns quants passos…</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sense canvis</translation>
    </message>
    <message>
        <source>Use the best checkpoint</source>
        <translation>Fes servir el millor punt de control</translation>
    </message>
    <message>
        <source>Use the last checkpoint</source>
        <translation>Fes servir l&apos;últim punt de control</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Fes servir aquest model</translation>
    </message>
    <message>
        <source>What is done is kept; preparing goes on from there</source>
        <translation>El que està fet es conserva; la preparació continua des d&apos;allà</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Què és</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>El que importa</translation>
    </message>
    <message>
        <source>What the machine costs by the hour. The thesis paid 0.526 $ an hour for 240 hours: 126 $.</source>
        <translation>El que costa la màquina per hora. La tesi va pagar 0,526 $ per hora durant 240 hores: 126 $.</translation>
    </message>
    <message>
        <source>What was kept and what was dropped, and why</source>
        <translation>Què s&apos;ha conservat i què s&apos;ha descartat, i per què</translation>
    </message>
    <message>
        <source>Where is the data of this run now?</source>
        <translation>On són ara les dades d&apos;aquest entrenament?</translation>
    </message>
    <message>
        <source>Which curves</source>
        <translation>Quines corbes</translation>
    </message>
    <message>
        <source>While training, on held-out photos</source>
        <translation>Durant l&apos;entrenament, amb fotos reservades</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>Tota la finestra</translation>
    </message>
    <message>
        <source>about {0} s a step</source>
        <translation>uns {0} s per pas</translation>
    </message>
    <message>
        <source>and falling</source>
        <translation>i en descens</translation>
    </message>
    <message>
        <source>checkpoint at step</source>
        <translation>punt de control al pas</translation>
    </message>
    <message>
        <source>left</source>
        <translation>queden</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>bucle</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memòria</translation>
    </message>
    <message>
        <source>memory, GB</source>
        <translation>memòria, GB</translation>
    </message>
    <message>
        <source>more than the {0} that this machine has: use a smaller batch</source>
        <translation>més dels {0} que té aquesta màquina: feu servir un lot més petit</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>mogudes</translation>
    </message>
    <message>
        <source>no values yet</source>
        <translation>encara sense valors</translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation>a {0}</translation>
    </message>
    <message>
        <source>own machine</source>
        <translation>màquina pròpia</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>imatges per segon</translation>
    </message>
    <message>
        <source>repose-train ended with the code {0}</source>
        <translation>repose-train ha acabat amb el codi {0}</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estat</translation>
    </message>
    <message>
        <source>step</source>
        <translation>pas</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>pas {0}</translation>
    </message>
    <message>
        <source>step {0}: {1}</source>
        <translation>pas {0}: {1}</translation>
    </message>
    <message>
        <source>still to pay</source>
        <translation>encara per pagar</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sense canvis</translation>
    </message>
    <message>
        <source>{0} (best {1} at {2})</source>
        <translation>{0} (millor {1} a {2})</translation>
    </message>
    <message>
        <source>{0} GFLOP a picture</source>
        <translation>{0} GFLOP per imatge</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} per segon</translation>
    </message>
    <message>
        <source>{0} at step {1}</source>
        <translation>{0} al pas {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} a {1}</translation>
    </message>
    <message>
        <source>{0} could not be fetched: {1}</source>
        <translation>No s&apos;ha pogut obtenir {0}: {1}</translation>
    </message>
    <message>
        <source>{0} could not be judged: {1}</source>
        <translation>No s&apos;ha pogut avaluar {0}: {1}</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} dies</translation>
    </message>
    <message>
        <source>{0} days {1} h</source>
        <translation>{0} dies {1} h</translation>
    </message>
    <message>
        <source>{0} h</source>
        <translation>{0} h</translation>
    </message>
    <message>
        <source>{0} h {1} min</source>
        <translation>{0} h {1} min</translation>
    </message>
    <message>
        <source>{0} has been judged</source>
        <translation>S&apos;ha avaluat {0}</translation>
    </message>
    <message>
        <source>{0} has been started; it goes on when the window is closed</source>
        <translation>Ha començat {0}; continua encara que es tanqui la finestra</translation>
    </message>
    <message>
        <source>{0} is not a value for the setting {1}.</source>
        <translation>{0} no és un valor per al paràmetre {1}.</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>queden {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>queden {0} min</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} de memòria</translation>
    </message>
    <message>
        <source>{0} of {1}</source>
        <translation>{0} de {1}</translation>
    </message>
    <message>
        <source>{0} of {1} photos</source>
        <translation>{0} de {1} fotos</translation>
    </message>
    <message>
        <source>{0} parameters</source>
        <translation>{0} paràmetres</translation>
    </message>
    <message>
        <source>Photos: {0}. Preparing finds keypoints, crops and pairs; the photos stay untouched.</source>
        <translation>Fotos: {0}. La preparació troba punts clau, retalls i parelles; les fotos no es toquen.</translation>
    </message>
    <message>
        <source>{0} photos in {1} folders. Preparing finds keypoints, crops and pairs; the photos stay untouched.</source>
        <translation>{0} fotos en {1} carpetes. La preparació troba punts clau, retalls i parelles; les fotos no es toquen.</translation>
    </message>
    <message>
        <source>{0} runs compared</source>
        <translation>{0} entrenaments comparats</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} s a step</source>
        <translation>{0} s per pas</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} passos</translation>
    </message>
    <message>
        <source>{0} steps, {1} pictures in all</source>
        <translation>{0} passos, {1} imatges en total</translation>
    </message>
    <message>
        <source>{0} stops at its next step, with a checkpoint</source>
        <translation>{0} s&apos;atura al pas següent, amb un punt de control</translation>
    </message>
    <message>
        <source>{0} was taken off the list</source>
        <translation>{0} s&apos;ha tret de la llista</translation>
    </message>
    <message>
        <source>{0}, best {1}</source>
        <translation>{0}, millor {1}</translation>
    </message>
    <message>
        <source>{0}, held out</source>
        <translation>{0}, reservades</translation>
    </message>
</context>
<context>
    <name>TrainingRuns</name>
    <message>
        <source>A run holds {0} and {1}.</source>
        <translation>Un entrenament conté {0} i {1}.</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>Suprimiu-lo a mà.</translation>
    </message>
    <message>
        <source>Start it anew by Duplicate.</source>
        <translation>Torneu-lo a començar amb Duplica.</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Atureu-lo abans.</translation>
    </message>
    <message>
        <source>The run cannot be moved to the bin</source>
        <translation>L&apos;entrenament no es pot moure a la paperera</translation>
    </message>
    <message>
        <source>There is no training run in this folder</source>
        <translation>En aquesta carpeta no hi ha cap entrenament</translation>
    </message>
    <message>
        <source>This run has no checkpoint to go on from</source>
        <translation>Aquest entrenament no té cap punt de control per continuar</translation>
    </message>
    <message>
        <source>This run is at work already</source>
        <translation>Aquest entrenament ja està en marxa</translation>
    </message>
    <message>
        <source>This run is still at work</source>
        <translation>Aquest entrenament encara està en marxa</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>One moment…</source>
        <translation>Un moment…</translation>
    </message>
</context>
<context>
    <name>TransferBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancel·la</translation>
    </message>
    <message>
        <source>Give the transfer up (Esc)</source>
        <translation>Abandona la transferència (Esc)</translation>
    </message>
    <message>
        <source>Progress of the transfer</source>
        <translation>Progrés de la transferència</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transfereix</translation>
    </message>
</context>
</TS>
