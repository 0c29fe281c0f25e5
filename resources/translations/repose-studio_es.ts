<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="es" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>A person&apos;s photo, in another pose.</source>
        <translation>La foto de una persona, en otra pose.</translation>
    </message>
    <message>
        <source>About Repose Studio</source>
        <translation>Acerca de Repose Studio</translation>
    </message>
    <message>
        <source>Made with</source>
        <translation>Hecho con</translation>
    </message>
    <message>
        <source>Models carry their own licences: &lt;tt&gt;repose weights list&lt;/tt&gt; names each one, with what it was trained on. The published OpenPose weights are for academic, non-commercial use.</source>
        <translation>Los modelos llevan su propia licencia: &lt;tt&gt;repose weights list&lt;/tt&gt; los nombra todos, con los datos con los que se entrenaron. Los pesos publicados de OpenPose son para uso académico y no comercial.</translation>
    </message>
    <message>
        <source>Repose Studio is free software under the Apache License 2.0. Its icons are CC0.</source>
        <translation>Repose Studio es software libre bajo la licencia Apache 2.0. Los iconos son CC0.</translation>
    </message>
    <message>
        <source>Your photos stay on this computer: nothing that you open is sent anywhere.</source>
        <translation>Sus fotos se quedan en este ordenador: nada de lo que abra se envía a ninguna parte.</translation>
    </message>
</context>
<context>
    <name>Actions</name>
    <message>
        <source>&amp;About Repose Studio</source>
        <translation>&amp;Acerca de Repose Studio</translation>
    </message>
    <message>
        <source>&amp;Annotate</source>
        <translation>An&amp;otar</translation>
    </message>
    <message>
        <source>&amp;Cancel transfer</source>
        <translation>&amp;Cancelar la transferencia</translation>
    </message>
    <message>
        <source>&amp;Command palette…</source>
        <translation>Paleta de &amp;comandos…</translation>
    </message>
    <message>
        <source>&amp;Contact sheet…</source>
        <translation>Hoja de &amp;contacto…</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>&amp;Copiar la imagen</translation>
    </message>
    <message>
        <source>&amp;Done and next</source>
        <translation>&amp;Hecho y siguiente</translation>
    </message>
    <message>
        <source>&amp;Draw a pose</source>
        <translation>&amp;Dibujar una pose</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Edición</translation>
    </message>
    <message>
        <source>&amp;Export the review…</source>
        <translation>&amp;Exportar la revisión…</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Archivo</translation>
    </message>
    <message>
        <source>&amp;Find missing photos…</source>
        <translation>&amp;Buscar las fotos que faltan…</translation>
    </message>
    <message>
        <source>&amp;Fit picture to pane</source>
        <translation>&amp;Ajustar la imagen al panel</translation>
    </message>
    <message>
        <source>&amp;Fit to person</source>
        <translation>A&amp;justar a la persona</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>A&amp;yuda</translation>
    </message>
    <message>
        <source>&amp;Import annotations…</source>
        <translation>&amp;Importar anotaciones…</translation>
    </message>
    <message>
        <source>&amp;Judge pictures</source>
        <translation>&amp;Valorar imágenes</translation>
    </message>
    <message>
        <source>&amp;Keep in gallery</source>
        <translation>&amp;Guardar en la galería</translation>
    </message>
    <message>
        <source>&amp;Keyboard and mouse</source>
        <translation>&amp;Teclado y ratón</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts…</source>
        <translation>Atajos de &amp;teclado…</translation>
    </message>
    <message>
        <source>&amp;Live</source>
        <translation>En &amp;vivo</translation>
    </message>
    <message>
        <source>&amp;Many photos in many poses…</source>
        <translation>&amp;Muchas fotos en muchas poses…</translation>
    </message>
    <message>
        <source>&amp;Merge reviews…</source>
        <translation>&amp;Combinar revisiones…</translation>
    </message>
    <message>
        <source>&amp;Mirror target pose</source>
        <translation>R&amp;eflejar la pose objetivo</translation>
    </message>
    <message>
        <source>&amp;New project…</source>
        <translation>&amp;Nuevo proyecto…</translation>
    </message>
    <message>
        <source>&amp;New training</source>
        <translation>Entrenamiento &amp;nuevo</translation>
    </message>
    <message>
        <source>&amp;Next photo</source>
        <translation>Foto &amp;siguiente</translation>
    </message>
    <message>
        <source>&amp;Open a run…</source>
        <translation>&amp;Abrir un entrenamiento…</translation>
    </message>
    <message>
        <source>&amp;Open photo…</source>
        <translation>&amp;Abrir una foto…</translation>
    </message>
    <message>
        <source>&amp;Page to print…</source>
        <translation>&amp;Página para imprimir…</translation>
    </message>
    <message>
        <source>&amp;Pose</source>
        <translation>&amp;Pose</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>&amp;Preferencias…</translation>
    </message>
    <message>
        <source>&amp;Previous photo</source>
        <translation>Foto a&amp;nterior</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Salir</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Rehacer</translation>
    </message>
    <message>
        <source>&amp;Results…</source>
        <translation>&amp;Resultados…</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Revisar</translation>
    </message>
    <message>
        <source>&amp;Save picture…</source>
        <translation>&amp;Guardar la imagen…</translation>
    </message>
    <message>
        <source>&amp;Skeleton over the picture</source>
        <translation>&amp;Esqueleto sobre la imagen</translation>
    </message>
    <message>
        <source>&amp;Stop importing or exporting</source>
        <translation>&amp;Detener la importación o la exportación</translation>
    </message>
    <message>
        <source>&amp;Training</source>
        <translation>E&amp;ntrenamiento</translation>
    </message>
    <message>
        <source>&amp;Transfer</source>
        <translation>&amp;Transferir</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Deshacer</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ver</translation>
    </message>
    <message>
        <source>A batch: chosen photos in chosen poses, with pause, going on after a restart, and a sheet</source>
        <translation>Un lote: las fotos elegidas en las poses elegidas, con pausa, reanudación tras reiniciar y una hoja</translation>
    </message>
    <message>
        <source>A file that others can merge with theirs</source>
        <translation>Un archivo que otros pueden combinar con el suyo</translation>
    </message>
    <message>
        <source>A folder that has one folder of pictures a model</source>
        <translation>Una carpeta que tiene una carpeta de imágenes por modelo</translation>
    </message>
    <message>
        <source>Add &amp;another person</source>
        <translation>&amp;Añadir otra persona</translation>
    </message>
    <message>
        <source>Annotate a &amp;folder…</source>
        <translation>Anotar una &amp;carpeta…</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>Otro archivo</translation>
    </message>
    <message>
        <source>Another photo</source>
        <translation>Otra foto</translation>
    </message>
    <message>
        <source>Begin an empty project in a file of its own</source>
        <translation>Empieza un proyecto vacío en un archivo propio</translation>
    </message>
    <message>
        <source>Bring what can be read of it into a new project; the damaged file stays as it is</source>
        <translation>Lleva lo que se pueda leer de él a un proyecto nuevo; el archivo dañado se queda como está</translation>
    </message>
    <message>
        <source>Change &amp;by itself</source>
        <translation>Cambiar &amp;sola</translation>
    </message>
    <message>
        <source>Choose the keys of every action</source>
        <translation>Elija las teclas de cada acción</translation>
    </message>
    <message>
        <source>Chosen pictures with their names on one sheet</source>
        <translation>Las imágenes elegidas con sus nombres en una hoja</translation>
    </message>
    <message>
        <source>Close photo</source>
        <translation>Cerrar la foto</translation>
    </message>
    <message>
        <source>Colours of the system</source>
        <translation>Colores del sistema</translation>
    </message>
    <message>
        <source>Copy pose</source>
        <translation>Copiar la pose</translation>
    </message>
    <message>
        <source>Copy the picture to the clipboard</source>
        <translation>Copia la imagen al portapapeles</translation>
    </message>
    <message>
        <source>Copy the skeleton of the pane that you are in</source>
        <translation>Copia el esqueleto del panel en el que está</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <source>Draw it</source>
        <translation>Dibujarlo</translation>
    </message>
    <message>
        <source>Draw the person in the target pose</source>
        <translation>Dibuja a la persona en la pose objetivo</translation>
    </message>
    <message>
        <source>Draw the photo&apos;s &amp;skeleton</source>
        <translation>Dibujar el e&amp;squeleto de la foto</translation>
    </message>
    <message>
        <source>Draw the skeleton of one more person in the photo</source>
        <translation>Dibuja el esqueleto de una persona más de la foto</translation>
    </message>
    <message>
        <source>Draw the skeleton of the person in the photo joint by joint</source>
        <translation>Dibuja el esqueleto de la persona de la foto, articulación por articulación</translation>
    </message>
    <message>
        <source>Draw the target pose joint by joint</source>
        <translation>Dibuja la pose objetivo articulación por articulación</translation>
    </message>
    <message>
        <source>E&amp;xport annotations…</source>
        <translation>E&amp;xportar las anotaciones…</translation>
    </message>
    <message>
        <source>Export again</source>
        <translation>Volver a exportar</translation>
    </message>
    <message>
        <source>Export this photo&apos;s annotations…</source>
        <translation>Exportar las anotaciones de esta foto…</translation>
    </message>
    <message>
        <source>Filmstrip</source>
        <translation>Tira de fotos</translation>
    </message>
    <message>
        <source>Find any command by a few letters</source>
        <translation>Encuentra cualquier comando con unas pocas letras</translation>
    </message>
    <message>
        <source>Find the skeleton again</source>
        <translation>Volver a buscar el esqueleto</translation>
    </message>
    <message>
        <source>Find them</source>
        <translation>Buscarlas</translation>
    </message>
    <message>
        <source>For a person who was taken for facing the other way</source>
        <translation>Para una persona a la que se interpretó mirando hacia el otro lado</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Pantalla completa</translation>
    </message>
    <message>
        <source>Give the Training tab the whole window, or see it beside the panes</source>
        <translation>Da toda la ventana a la pestaña Entrenamiento, o la muestra junto a los paneles</translation>
    </message>
    <message>
        <source>Give the photo all the room; Ctrl+Return then means done and next, not transfer</source>
        <translation>Da todo el espacio a la foto; Ctrl+Intro significa entonces hecho y siguiente, no transferir</translation>
    </message>
    <message>
        <source>Give the target pose the place and the bone lengths of the person</source>
        <translation>Da a la pose objetivo el lugar y las longitudes de los huesos de la persona</translation>
    </message>
    <message>
        <source>Give up what is being read or written; nothing of it is kept</source>
        <translation>Renuncia a lo que se está leyendo o escribiendo; no se conserva nada</translation>
    </message>
    <message>
        <source>Go back from a model of your own to the one that came with the program</source>
        <translation>Vuelve de un modelo propio al que viene con el programa</translation>
    </message>
    <message>
        <source>Go to the next joint that may be wrong: unsure, or at the end of an odd bone</source>
        <translation>Va a la siguiente articulación que puede estar mal: poco segura, o al extremo de un hueso extraño</translation>
    </message>
    <message>
        <source>Go to the photo</source>
        <translation>Ir a la foto</translation>
    </message>
    <message>
        <source>Go to the picture</source>
        <translation>Ir a la imagen</translation>
    </message>
    <message>
        <source>Go to the target pose</source>
        <translation>Ir a la pose objetivo</translation>
    </message>
    <message>
        <source>Import a folder of Open&amp;Pose files…</source>
        <translation>Importar una carpeta de archivos Open&amp;Pose…</translation>
    </message>
    <message>
        <source>Joint &amp;hidden</source>
        <translation>Articulación &amp;oculta</translation>
    </message>
    <message>
        <source>Joint &amp;missing</source>
        <translation>Articulación ausente (&amp;falta)</translation>
    </message>
    <message>
        <source>Joint &amp;visible</source>
        <translation>Articulación &amp;visible</translation>
    </message>
    <message>
        <source>Judge the pictures of a &amp;folder…</source>
        <translation>Valorar las imágenes de una &amp;carpeta…</translation>
    </message>
    <message>
        <source>Language, colours, device, and where models lie</source>
        <translation>Idioma, colores, dispositivo y dónde están los modelos</translation>
    </message>
    <message>
        <source>Let photo and picture change places by themselves, or only with Space</source>
        <translation>Hace que la foto y la imagen se alternen solas, o solo con la barra espaciadora</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>List all photos of a folder and find their skeletons in the background</source>
        <translation>Lista todas las fotos de una carpeta y busca sus esqueletos en segundo plano</translation>
    </message>
    <message>
        <source>Look &amp;inside</source>
        <translation>Mirar por &amp;dentro</translation>
    </message>
    <message>
        <source>Look for people in the photo once more</source>
        <translation>Vuelve a buscar personas en la foto</translation>
    </message>
    <message>
        <source>Make the copied skeleton that of the person in the photo</source>
        <translation>Convierte el esqueleto copiado en el de la persona de la foto</translation>
    </message>
    <message>
        <source>Make the copied skeleton the target pose</source>
        <translation>Convierte el esqueleto copiado en la pose objetivo</translation>
    </message>
    <message>
        <source>Mark as &amp;untouched</source>
        <translation>Marcar como sin &amp;tocar</translation>
    </message>
    <message>
        <source>Mark as don&amp;e</source>
        <translation>Marcar como h&amp;echa</translation>
    </message>
    <message>
        <source>Mark as dou&amp;btful</source>
        <translation>Marcar como d&amp;udosa</translation>
    </message>
    <message>
        <source>Mark as in &amp;work</source>
        <translation>Marcar como en &amp;curso</translation>
    </message>
    <message>
        <source>Mark as re&amp;jected</source>
        <translation>Marcar como rec&amp;hazada</translation>
    </message>
    <message>
        <source>Mark the photo done and open the next that is not (while annotating)</source>
        <translation>Marca la foto como hecha y abre la siguiente que no lo está (al anotar)</translation>
    </message>
    <message>
        <source>Mean opinion scores with their intervals, the raters&apos; agreement, SSIM and FID</source>
        <translation>Puntuaciones medias de opinión con sus intervalos, el acuerdo entre evaluadores, SSIM y FID</translation>
    </message>
    <message>
        <source>Mirror the target pose: left and right change places</source>
        <translation>Refleja la pose objetivo: derecha e izquierda se intercambian</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nuevo proyecto</translation>
    </message>
    <message>
        <source>Next d&amp;oubtful joint</source>
        <translation>Siguiente articulación d&amp;udosa</translation>
    </message>
    <message>
        <source>Next photo that is n&amp;ot done</source>
        <translation>Siguiente foto &amp;sin hacer</translation>
    </message>
    <message>
        <source>Open a folder</source>
        <translation>Abrir una carpeta</translation>
    </message>
    <message>
        <source>Open a pose &amp;file…</source>
        <translation>Abrir un archivo de &amp;pose…</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Open a training run&apos;s folder, wherever it was made</source>
        <translation>Abre la carpeta de un entrenamiento, se haya hecho donde se haya hecho</translation>
    </message>
    <message>
        <source>Open another project; this one is saved already</source>
        <translation>Abre otro proyecto; este ya está guardado</translation>
    </message>
    <message>
        <source>Open one or more photos</source>
        <translation>Abre una o más fotos</translation>
    </message>
    <message>
        <source>Open pro&amp;ject…</source>
        <translation>Abrir un pro&amp;yecto…</translation>
    </message>
    <message>
        <source>Open the locked project for &amp;reading</source>
        <translation>Abrir el proyecto bloqueado para &amp;leer</translation>
    </message>
    <message>
        <source>Open the next photo of the list</source>
        <translation>Abre la siguiente foto de la lista</translation>
    </message>
    <message>
        <source>Open the next photo that is neither done nor rejected</source>
        <translation>Abre la siguiente foto que no está ni hecha ni rechazada</translation>
    </message>
    <message>
        <source>Open the photo before</source>
        <translation>Abre la foto anterior</translation>
    </message>
    <message>
        <source>P&amp;icture</source>
        <translation>&amp;Imagen</translation>
    </message>
    <message>
        <source>Paint with a model from a &amp;file…</source>
        <translation>Pintar con un modelo de un arc&amp;hivo…</translation>
    </message>
    <message>
        <source>Paint with it</source>
        <translation>Pintar con él</translation>
    </message>
    <message>
        <source>Paint with the &amp;built-in model</source>
        <translation>Pintar con el modelo in&amp;corporado</translation>
    </message>
    <message>
        <source>Paint with the &amp;dropped model</source>
        <translation>Pintar con el modelo &amp;soltado</translation>
    </message>
    <message>
        <source>Paste as target pose</source>
        <translation>Pegar como pose objetivo</translation>
    </message>
    <message>
        <source>Paste into the &amp;photo</source>
        <translation>Pegar en la &amp;foto</translation>
    </message>
    <message>
        <source>Photo and picture change places by themselves; Space changes them by hand</source>
        <translation>La foto y la imagen se alternan solas; la barra espaciadora las alterna a mano</translation>
    </message>
    <message>
        <source>Photo and picture in &amp;turn</source>
        <translation>Foto e imagen por &amp;turnos</translation>
    </message>
    <message>
        <source>Photo and picture side &amp;by side</source>
        <translation>Foto e imagen lado a &amp;lado</translation>
    </message>
    <message>
        <source>Picture &amp;alone</source>
        <translation>Solo la im&amp;agen</translation>
    </message>
    <message>
        <source>Plan a training: photos, recipe, settings, and what it will take</source>
        <translation>Planifica un entrenamiento: fotos, receta, ajustes y lo que costará</translation>
    </message>
    <message>
        <source>Pose from a p&amp;hoto…</source>
        <translation>Pose de una f&amp;oto…</translation>
    </message>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Poses and joints</source>
        <translation>Poses y articulaciones</translation>
    </message>
    <message>
        <source>Put the cards over the whole screen: 1 to 5, Y, X, N, Z, Esc</source>
        <translation>Pone las fichas en toda la pantalla: del 1 al 5, Y, X, N, Z, Esc</translation>
    </message>
    <message>
        <source>Put the photo&apos;s skeletons back to what was detected</source>
        <translation>Devuelve los esqueletos de la foto a lo que se detectó</translation>
    </message>
    <message>
        <source>Put the selected joint back where it was detected</source>
        <translation>Devuelve la articulación seleccionada a donde se detectó</translation>
    </message>
    <message>
        <source>Put the target pose among your own poses</source>
        <translation>Pone la pose objetivo entre sus propias poses</translation>
    </message>
    <message>
        <source>R&amp;escue the damaged project</source>
        <translation>R&amp;escatar el proyecto dañado</translation>
    </message>
    <message>
        <source>Re&amp;move this person</source>
        <translation>&amp;Quitar a esta persona</translation>
    </message>
    <message>
        <source>Read only</source>
        <translation>Solo lectura</translation>
    </message>
    <message>
        <source>Read the target pose from an OpenPose JSON file</source>
        <translation>Lee la pose objetivo de un archivo JSON de OpenPose</translation>
    </message>
    <message>
        <source>Redraw the picture by itself while the target pose changes</source>
        <translation>Redibuja la imagen por sí sola mientras cambia la pose objetivo</translation>
    </message>
    <message>
        <source>Rescue</source>
        <translation>Rescatar</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset joint</source>
        <translation>Restablecer la articulación</translation>
    </message>
    <message>
        <source>Reset to detected</source>
        <translation>Volver a lo detectado</translation>
    </message>
    <message>
        <source>S&amp;lider between photo and picture</source>
        <translation>&amp;Deslizador entre foto e imagen</translation>
    </message>
    <message>
        <source>S&amp;wap left and right in the photo</source>
        <translation>I&amp;ntercambiar derecha e izquierda en la foto</translation>
    </message>
    <message>
        <source>Save &amp;target pose…</source>
        <translation>Guardar la pose ob&amp;jetivo…</translation>
    </message>
    <message>
        <source>Save a copy</source>
        <translation>Guardar una copia</translation>
    </message>
    <message>
        <source>Save again</source>
        <translation>Volver a guardar</translation>
    </message>
    <message>
        <source>Save pro&amp;ject as…</source>
        <translation>Guardar el pro&amp;yecto como…</translation>
    </message>
    <message>
        <source>Save the picture, with how it was made</source>
        <translation>Guarda la imagen, con la información de cómo se hizo</translation>
    </message>
    <message>
        <source>Save the target pose as an OpenPose JSON file</source>
        <translation>Guarda la pose objetivo como archivo JSON de OpenPose</translation>
    </message>
    <message>
        <source>Se&amp;quence between poses…</source>
        <translation>Se&amp;cuencia entre poses…</translation>
    </message>
    <message>
        <source>Search a folder for photos of the project that are not where they were</source>
        <translation>Busca en una carpeta las fotos del proyecto que no están donde estaban</translation>
    </message>
    <message>
        <source>Search poses</source>
        <translation>Buscar poses</translation>
    </message>
    <message>
        <source>See a project that is open elsewhere, without changing it</source>
        <translation>Muestra un proyecto que está abierto en otro lugar, sin cambiarlo</translation>
    </message>
    <message>
        <source>Share your &amp;poses…</source>
        <translation>Compartir sus &amp;poses…</translation>
    </message>
    <message>
        <source>Show &amp;review</source>
        <translation>Mostrar la &amp;revisión</translation>
    </message>
    <message>
        <source>Show joints</source>
        <translation>Mostrar las articulaciones</translation>
    </message>
    <message>
        <source>Show poses</source>
        <translation>Mostrar las poses</translation>
    </message>
    <message>
        <source>Show the photo beside the picture; both zoom and move together</source>
        <translation>Muestra la foto junto a la imagen; ambas se amplían y se mueven a la vez</translation>
    </message>
    <message>
        <source>Show the picture and nothing else</source>
        <translation>Muestra la imagen y nada más</translation>
    </message>
    <message>
        <source>Show the target skeleton over the picture</source>
        <translation>Muestra el esqueleto objetivo sobre la imagen</translation>
    </message>
    <message>
        <source>Show training</source>
        <translation>Mostrar el entrenamiento</translation>
    </message>
    <message>
        <source>Show where each step of the generator changed the picture (its attention masks)</source>
        <translation>Muestra dónde cada paso del generador cambió la imagen (sus máscaras de atención)</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Take in the review files of other people</source>
        <translation>Incorpora los archivos de revisión de otras personas</translation>
    </message>
    <message>
        <source>Take skeletons from OpenPose JSON files, one a photo</source>
        <translation>Toma los esqueletos de archivos JSON de OpenPose, uno por foto</translation>
    </message>
    <message>
        <source>Take skeletons from a file: PATN CSV, COCO or OpenPose JSON</source>
        <translation>Toma los esqueletos de un archivo: CSV de PATN, COCO o JSON de OpenPose</translation>
    </message>
    <message>
        <source>Take the main person&apos;s skeleton out of the photo</source>
        <translation>Quita de la foto el esqueleto de la persona principal</translation>
    </message>
    <message>
        <source>Take the photo out of the filmstrip; its file stays</source>
        <translation>Quita la foto de la tira; el archivo se conserva</translation>
    </message>
    <message>
        <source>Take the target pose from a person in another photo</source>
        <translation>Toma la pose objetivo de una persona de otra foto</translation>
    </message>
    <message>
        <source>Take the weights of a generator into the program, and paint with them</source>
        <translation>Incorpora al programa los pesos de un generador y pinta con ellos</translation>
    </message>
    <message>
        <source>Take the weights that were dropped on the window into the program, and paint with them</source>
        <translation>Incorpora al programa los pesos que se soltaron en la ventana y pinta con ellos</translation>
    </message>
    <message>
        <source>The person on the way from pose to pose: GIF, video or numbered PNG pictures</source>
        <translation>La persona en el camino de pose a pose: GIF, vídeo o imágenes PNG numeradas</translation>
    </message>
    <message>
        <source>The photo left of a divider, the picture right of it; drag it, or use the arrow keys</source>
        <translation>La foto a la izquierda de un divisor y la imagen a la derecha; arrástrelo, o use las flechas</translation>
    </message>
    <message>
        <source>The results as a page, as HTML</source>
        <translation>Los resultados como página, en HTML</translation>
    </message>
    <message>
        <source>Training in the whole window</source>
        <translation>Entrenamiento en toda la ventana</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Reintentar</translation>
    </message>
    <message>
        <source>Who judges which pictures, and how far they are</source>
        <translation>Quién valora qué imágenes, y hasta dónde ha llegado</translation>
    </message>
    <message>
        <source>Write all poses of your own into one file, which others can drop on their window</source>
        <translation>Escribe todas sus poses en un solo archivo, que otros pueden soltar en su ventana</translation>
    </message>
    <message>
        <source>Write the skeletons of all listed photos that are not rejected</source>
        <translation>Escribe los esqueletos de todas las fotos listadas que no se han rechazado</translation>
    </message>
    <message>
        <source>Write the skeletons of the open photo</source>
        <translation>Escribe los esqueletos de la foto abierta</translation>
    </message>
    <message>
        <source>Write the whole project with its pictures under another name, and go on there</source>
        <translation>Escribe todo el proyecto con sus imágenes con otro nombre, y sigue allí</translation>
    </message>
    <message>
        <source>Zoom &amp;in</source>
        <translation>&amp;Acercar</translation>
    </message>
    <message>
        <source>Zoom &amp;out</source>
        <translation>A&amp;lejar</translation>
    </message>
</context>
<context>
    <name>AnnotateFlow</name>
    <message>
        <source>Done. No other photo is left to do.</source>
        <translation>Hecho. No queda ninguna otra foto por hacer.</translation>
    </message>
    <message>
        <source>No other photo is left to do.</source>
        <translation>No queda ninguna otra foto por hacer.</translation>
    </message>
    <message>
        <source>This is the first photo.</source>
        <translation>Esta es la primera foto.</translation>
    </message>
    <message>
        <source>This is the last photo.</source>
        <translation>Esta es la última foto.</translation>
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
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Annotate a folder of photos</source>
        <translation>Anotar una carpeta de fotos</translation>
    </message>
    <message>
        <source>Annotations</source>
        <translation>Anotaciones</translation>
    </message>
    <message>
        <source>Export the annotations of all listed photos</source>
        <translation>Exportar las anotaciones de todas las fotos listadas</translation>
    </message>
    <message>
        <source>Export the annotations of this photo</source>
        <translation>Exportar las anotaciones de esta foto</translation>
    </message>
    <message>
        <source>Import a folder of OpenPose files</source>
        <translation>Importar una carpeta de archivos de OpenPose</translation>
    </message>
    <message>
        <source>Import annotations</source>
        <translation>Importar anotaciones</translation>
    </message>
    <message>
        <source>Skeletons found in {0} of {1} photos</source>
        <translation>Esqueletos encontrados en {0} de {1} fotos</translation>
    </message>
    <message>
        <source>Skeletons looked for in all photos</source>
        <translation>Se han buscado esqueletos en todas las fotos</translation>
    </message>
    <message>
        <source>a folder with one file a photo</source>
        <translation>una carpeta con un archivo por foto</translation>
    </message>
</context>
<context>
    <name>AnnotationFiles</name>
    <message>
        <source>Import annotations</source>
        <translation>Importar anotaciones</translation>
    </message>
    <message>
        <source>Importing annotations</source>
        <translation>Importando anotaciones</translation>
    </message>
    <message>
        <source>Reading {0}</source>
        <translation>Leyendo {0}</translation>
    </message>
    <message>
        <source>Skeletons of {0} photos were imported.</source>
        <translation>Se han importado los esqueletos de {0} fotos.</translation>
    </message>
    <message>
        <source>Stopped. Nothing was changed.</source>
        <translation>Detenido. No se ha cambiado nada.</translation>
    </message>
    <message>
        <source>The format keeps no confidences, and the neck only as the middle of the shoulders.</source>
        <translation>El formato no guarda las confianzas, y el cuello solo como el punto medio de los hombros.</translation>
    </message>
    <message>
        <source>The format keeps whole pixels of the main person alone, and neither hidden nor unsure joints.</source>
        <translation>El formato solo guarda píxeles enteros de la persona principal, sin articulaciones ocultas ni inseguras.</translation>
    </message>
    <message>
        <source>There is no photo to export: open a folder first.</source>
        <translation>No hay ninguna foto que exportar: abra antes una carpeta.</translation>
    </message>
    <message>
        <source>Writing {0}</source>
        <translation>Escribiendo {0}</translation>
    </message>
    <message>
        <source>about {0} s left</source>
        <translation>faltan unos {0} s</translation>
    </message>
    <message>
        <source>{0} names are none of the photos: {1}</source>
        <translation>{0} nombres no corresponden a ninguna foto: {1}</translation>
    </message>
    <message>
        <source>{0} photos have none in the file and stay as they are.</source>
        <translation>{0} fotos no los tienen en el archivo y se quedan como están.</translation>
    </message>
    <message>
        <source>{0}: None of its names is one of the photos. Open the photos&apos; folder first.</source>
        <translation>{0}: Ninguno de los nombres es el de una de las fotos. Abra antes la carpeta de las fotos.</translation>
    </message>
    <message>
        <source>{0}: {1} %</source>
        <translation>{0}: {1} %</translation>
    </message>
    <message>
        <source>{0}: {1} photos were exported as {2}.</source>
        <translation>{0}: se han exportado {1} fotos como {2}.</translation>
    </message>
</context>
<context>
    <name>Arriving</name>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>Paint with a model from a file</source>
        <translation>Pintar con un modelo de un archivo</translation>
    </message>
    <message>
        <source>Weights of a model</source>
        <translation>Pesos de un modelo</translation>
    </message>
    <message>
        <source>{0} holds the weights of a model. Shall it paint from now on?</source>
        <translation>{0} contiene los pesos de un modelo. ¿Debe pintar a partir de ahora?</translation>
    </message>
</context>
<context>
    <name>BatchDialog</name>
    <message>
        <source>, {0} could not be</source>
        <translation>, {0} no se pudieron hacer</translation>
    </message>
    <message>
        <source>; paused</source>
        <translation>; en pausa</translation>
    </message>
    <message>
        <source>; the contact sheet is being made</source>
        <translation>; se está haciendo la hoja de contacto</translation>
    </message>
    <message>
        <source>; {0} left</source>
        <translation>; quedan {0}</translation>
    </message>
    <message>
        <source>A picture could not be put into the project. {0}</source>
        <translation>Una imagen no se pudo poner en el proyecto. {0}</translation>
    </message>
    <message>
        <source>Add photos…</source>
        <translation>Añadir fotos…</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Check several: each paints the same, so that a review can compare them.</source>
        <translation>Marque varios: cada uno pinta lo mismo, y una revisión puede compararlos.</translation>
    </message>
    <message>
        <source>Choose photos, poses and who paints them.</source>
        <translation>Elija fotos, poses y quién las pinta.</translation>
    </message>
    <message>
        <source>Choose the folder of a batch that was left</source>
        <translation>Elija la carpeta de un lote que quedó a medias</translation>
    </message>
    <message>
        <source>Folder for the pictures</source>
        <translation>Carpeta para las imágenes</translation>
    </message>
    <message>
        <source>Folder of a batch</source>
        <translation>Carpeta de un lote</translation>
    </message>
    <message>
        <source>Folder…</source>
        <translation>Carpeta…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go on with a batch…</source>
        <translation>Continuar un lote…</translation>
    </message>
    <message>
        <source>Go on with {0}</source>
        <translation>Continuar {0}</translation>
    </message>
    <message>
        <source>Into</source>
        <translation>En</translation>
    </message>
    <message>
        <source>Judge them</source>
        <translation>Valorarlas</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>New batch</source>
        <translation>Lote nuevo</translation>
    </message>
    <message>
        <source>Open the contact sheet</source>
        <translation>Abrir la hoja de contacto</translation>
    </message>
    <message>
        <source>Open the folder</source>
        <translation>Abrir la carpeta</translation>
    </message>
    <message>
        <source>Painted by</source>
        <translation>Pintado por</translation>
    </message>
    <message>
        <source>Painted by {0}, into {1}</source>
        <translation>Pintado por {0}, en {1}</translation>
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
        <translation>Progreso del lote</translation>
    </message>
    <message>
        <source>Put them into the project</source>
        <translation>Ponerlas en el proyecto</translation>
    </message>
    <message>
        <source>Scene, in the frame</source>
        <translation>Escena, en el encuadre</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Take them out of the project</source>
        <translation>Quitarlas del proyecto</translation>
    </message>
    <message>
        <source>The newest picture</source>
        <translation>La imagen más nueva</translation>
    </message>
    <message>
        <source>The pictures are in this project: Review judges them.</source>
        <translation>Las imágenes están en este proyecto: se valoran en Revisión.</translation>
    </message>
    <message>
        <source>The pictures are not in this project.</source>
        <translation>Las imágenes no están en este proyecto.</translation>
    </message>
    <message>
        <source>Their files and what was said of them stay; Undo puts them back</source>
        <translation>Los archivos y lo que se dijo de ellas quedan; Deshacer las vuelve a poner</translation>
    </message>
    <message>
        <source>To be judged in Review, and for contact sheets</source>
        <translation>Para valorarlas en Revisión y para hojas de contacto</translation>
    </message>
    <message>
        <source>Try the failed ones again</source>
        <translation>Volver a probar las que fallaron</translation>
    </message>
    <message>
        <source>What could not be done</source>
        <translation>Lo que no se pudo hacer</translation>
    </message>
    <message>
        <source>What is made stays; the folder can be gone on with</source>
        <translation>Lo hecho se conserva; se puede continuar la carpeta</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanco</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Foto entera</translation>
    </message>
    <message>
        <source>{0} of {1} pictures are made</source>
        <translation>{0} de {1} imágenes hechas</translation>
    </message>
    <message>
        <source>{0} photos × {1} poses = {2} pictures</source>
        <translation>{0} fotos × {1} poses = {2} imágenes</translation>
    </message>
    <message>
        <source>{0} photos × {1} poses × {2} models = {3} pictures</source>
        <translation>{0} fotos × {1} poses × {2} modelos = {3} imágenes</translation>
    </message>
</context>
<context>
    <name>BatchFlow</name>
    <message>
        <source>Looking at the batch</source>
        <translation>Examinando el lote</translation>
    </message>
    <message>
        <source>Making the contact sheet</source>
        <translation>Haciendo la hoja de contacto</translation>
    </message>
    <message>
        <source>Put the batch {0} into the project</source>
        <translation>Poner el lote {0} en el proyecto</translation>
    </message>
    <message>
        <source>Take the batch {0} out of the project</source>
        <translation>Quitar el lote {0} del proyecto</translation>
    </message>
    <message>
        <source>Working a batch off</source>
        <translation>Procesando el lote</translation>
    </message>
</context>
<context>
    <name>Box</name>
    <message>
        <source>Arms crossed</source>
        <translation>Brazos cruzados</translation>
    </message>
    <message>
        <source>Arms raised</source>
        <translation>Brazos en alto</translation>
    </message>
    <message>
        <source>Arms spread</source>
        <translation>Brazos extendidos</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>De espaldas</translation>
    </message>
    <message>
        <source>Back three-quarter, looking over the shoulder</source>
        <translation>De espaldas, mirando atrás</translation>
    </message>
    <message>
        <source>Back, one hand on hip</source>
        <translation>De espaldas, una mano en la cadera</translation>
    </message>
    <message>
        <source>Front, arms down</source>
        <translation>De frente, brazos abajo</translation>
    </message>
    <message>
        <source>Front, at ease</source>
        <translation>De frente, relajado</translation>
    </message>
    <message>
        <source>Hand to the hair</source>
        <translation>Mano en el pelo</translation>
    </message>
    <message>
        <source>Hands behind the head</source>
        <translation>Manos detrás de la cabeza</translation>
    </message>
    <message>
        <source>Hands in pockets</source>
        <translation>Manos en los bolsillos</translation>
    </message>
    <message>
        <source>Hands on hips</source>
        <translation>Manos en las caderas</translation>
    </message>
    <message>
        <source>Leaning to one side</source>
        <translation>Inclinado hacia un lado</translation>
    </message>
    <message>
        <source>Man in a jacket and chinos</source>
        <translation>Hombre con chaqueta y pantalones chinos</translation>
    </message>
    <message>
        <source>One hand in pocket</source>
        <translation>Una mano en el bolsillo</translation>
    </message>
    <message>
        <source>One hand on hip</source>
        <translation>Una mano en la cadera</translation>
    </message>
    <message>
        <source>Side, facing left</source>
        <translation>De perfil, a la izquierda</translation>
    </message>
    <message>
        <source>Side, facing right</source>
        <translation>De perfil, a la derecha</translation>
    </message>
    <message>
        <source>Sitting</source>
        <translation>Sentado</translation>
    </message>
    <message>
        <source>Sitting, three-quarter</source>
        <translation>Sentado, tres cuartos</translation>
    </message>
    <message>
        <source>Three-quarter, facing left</source>
        <translation>Tres cuartos, a la izquierda</translation>
    </message>
    <message>
        <source>Three-quarter, facing right</source>
        <translation>Tres cuartos, a la derecha</translation>
    </message>
    <message>
        <source>Walking towards you</source>
        <translation>Caminando hacia la cámara</translation>
    </message>
    <message>
        <source>Walking, from the side</source>
        <translation>Caminando, de perfil</translation>
    </message>
    <message>
        <source>Waving</source>
        <translation>Saludando con la mano</translation>
    </message>
    <message>
        <source>Woman in a jumper and a skirt</source>
        <translation>Mujer con jersey y falda</translation>
    </message>
    <message>
        <source>Woman in a striped top and jeans</source>
        <translation>Mujer con camiseta de rayas y vaqueros</translation>
    </message>
    <message>
        <source>arms</source>
        <translation>brazos</translation>
    </message>
    <message>
        <source>arms up</source>
        <translation>brazos arriba</translation>
    </message>
    <message>
        <source>back</source>
        <translation>espaldas</translation>
    </message>
    <message>
        <source>front</source>
        <translation>frente</translation>
    </message>
    <message>
        <source>side</source>
        <translation>perfil</translation>
    </message>
    <message>
        <source>sitting</source>
        <translation>sentado</translation>
    </message>
    <message>
        <source>standing</source>
        <translation>de pie</translation>
    </message>
    <message>
        <source>three-quarter</source>
        <translation>tres cuartos</translation>
    </message>
    <message>
        <source>walking</source>
        <translation>caminando</translation>
    </message>
</context>
<context>
    <name>Canvas</name>
    <message>
        <source>All joints are placed</source>
        <translation>Todas las articulaciones están colocadas</translation>
    </message>
    <message>
        <source>Click the {0}</source>
        <translation>Haga clic aquí: {0}</translation>
    </message>
    <message>
        <source>Click the {0} (the person&apos;s own right)</source>
        <translation>Haga clic aquí: {0} (la derecha de la propia persona)</translation>
    </message>
    <message>
        <source>Click where the {0} is · Esc: leave it missing</source>
        <translation>Haga clic donde está: {0} · Esc: dejarla ausente</translation>
    </message>
    <message>
        <source>Fit picture to view</source>
        <translation>Ajustar la imagen a la vista</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>Oculta</translation>
    </message>
    <message>
        <source>Mirror</source>
        <translation>Reflejar</translation>
    </message>
    <message>
        <source>Mirror skeleton</source>
        <translation>Reflejar el esqueleto</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Ausente</translation>
    </message>
    <message>
        <source>Move skeleton</source>
        <translation>Mover el esqueleto</translation>
    </message>
    <message>
        <source>Move {0}</source>
        <translation>Mover: {0}</translation>
    </message>
    <message>
        <source>Move {0} and {1}</source>
        <translation>Mover: {0} y {1}</translation>
    </message>
    <message>
        <source>Nudge {0}</source>
        <translation>Desplazar: {0}</translation>
    </message>
    <message>
        <source>Place missing joint</source>
        <translation>Colocar una articulación ausente</translation>
    </message>
    <message>
        <source>Place {0}</source>
        <translation>Colocar: {0}</translation>
    </message>
    <message>
        <source>Reach with {0}</source>
        <translation>Alcanzar con: {0}</translation>
    </message>
    <message>
        <source>Scale and turn with a box</source>
        <translation>Escalar y girar con una caja</translation>
    </message>
    <message>
        <source>Scale skeleton</source>
        <translation>Escalar el esqueleto</translation>
    </message>
    <message>
        <source>Set {0} {1}</source>
        <translation>Marcar {0}: {1}</translation>
    </message>
    <message>
        <source>Tab: not in the picture · Right click: hidden · Backspace: take back · Enter: finish · Esc: cancel</source>
        <translation>Tab: no está en la imagen · Clic derecho: oculta · Retroceso: deshacer · Intro: terminar · Esc: cancelar</translation>
    </message>
    <message>
        <source>Turn skeleton</source>
        <translation>Girar el esqueleto</translation>
    </message>
    <message>
        <source>Turn {0}</source>
        <translation>Girar: {0}</translation>
    </message>
    <message>
        <source>Scale {0}</source>
        <translation>Escalar: {0}</translation>
    </message>
    <message>
        <source>Visible</source>
        <translation>Visible</translation>
    </message>
    <message>
        <source>Zoom to the {0}</source>
        <translation>Ampliar: {0}</translation>
    </message>
    <message>
        <source>confidence {0} %</source>
        <translation>confianza {0} %</translation>
    </message>
    <message>
        <source>far from the {0}</source>
        <translation>lejos de: {0}</translation>
    </message>
    <message>
        <source>{0} joints</source>
        <translation>{0} articulaciones</translation>
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
        <translation>Todas las fichas están valoradas. Gracias.</translation>
    </message>
    <message>
        <source>Bad</source>
        <translation>Muy mala</translation>
    </message>
    <message>
        <source>Card {0} of {1}</source>
        <translation>Ficha {0} de {1}</translation>
    </message>
    <message>
        <source>Cards that are judged</source>
        <translation>Fichas valoradas</translation>
    </message>
    <message>
        <source>Esc  Leave</source>
        <translation>Esc  Salir</translation>
    </message>
    <message>
        <source>Excellent</source>
        <translation>Excelente</translation>
    </message>
    <message>
        <source>Fair</source>
        <translation>Aceptable</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Buena</translation>
    </message>
    <message>
        <source>Judge pictures</source>
        <translation>Valorar imágenes</translation>
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
        <translation>Nota; Intro la guarda, Esc no</translation>
    </message>
    <message>
        <source>Picture to judge</source>
        <translation>Imagen para valorar</translation>
    </message>
    <message>
        <source>Poor</source>
        <translation>Mala</translation>
    </message>
    <message>
        <source>X  Reject</source>
        <translation>X  Rechazar</translation>
    </message>
    <message>
        <source>Y  Accept</source>
        <translation>Y  Aceptar</translation>
    </message>
    <message>
        <source>Z  Take back</source>
        <translation>Z  Deshacer</translation>
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
        <translation>{0}: arrástrela a la imagen, o haga clic aquí y después en su lugar</translation>
    </message>
    <message>
        <source>{0}, missing</source>
        <translation>{0}, ausente</translation>
    </message>
</context>
<context>
    <name>CommandPalette</name>
    <message>
        <source>Command palette</source>
        <translation>Paleta de comandos</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Comandos</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Buscar comandos</translation>
    </message>
    <message>
        <source>Type what you want to do</source>
        <translation>Escriba lo que quiere hacer</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Choose pose {0}</source>
        <translation>Elegir la pose {0}</translation>
    </message>
    <message>
        <source>Close {0}</source>
        <translation>Cerrar {0}</translation>
    </message>
    <message>
        <source>Close {0} photos</source>
        <translation>Cerrar {0} fotos</translation>
    </message>
    <message>
        <source>Do not fit to person</source>
        <translation>No ajustar a la persona</translation>
    </message>
    <message>
        <source>Find the skeleton again</source>
        <translation>Volver a buscar el esqueleto</translation>
    </message>
    <message>
        <source>Fit to person</source>
        <translation>Ajustar a la persona</translation>
    </message>
    <message>
        <source>Mirror the target pose</source>
        <translation>Reflejar la pose objetivo</translation>
    </message>
    <message>
        <source>Own pose</source>
        <translation>Pose propia</translation>
    </message>
    <message>
        <source>Pick another person</source>
        <translation>Elegir otra persona</translation>
    </message>
    <message>
        <source>Remove a person</source>
        <translation>Quitar a una persona</translation>
    </message>
    <message>
        <source>Reset the {0}</source>
        <translation>Restablecer: {0}</translation>
    </message>
    <message>
        <source>Reset to detected</source>
        <translation>Volver a lo detectado</translation>
    </message>
    <message>
        <source>Swap left and right</source>
        <translation>Intercambiar derecha e izquierda</translation>
    </message>
</context>
<context>
    <name>Controller</name>
    <message>
        <source>No joint is in doubt</source>
        <translation>No hay ninguna articulación dudosa</translation>
    </message>
</context>
<context>
    <name>Engine</name>
    <message>
        <source>Apple GPU (Metal)</source>
        <translation>GPU de Apple (Metal)</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecho</translation>
    </message>
    <message>
        <source>-1 says that a joint is missing; places are 0 or more.</source>
        <translation>-1 significa que falta la articulación; los lugares son 0 o más.</translation>
    </message>
    <message>
        <source>0 is missing, 1 hidden, 2 visible.</source>
        <translation>0 significa que falta, 1 oculta, 2 visible.</translation>
    </message>
    <message>
        <source>0 to 18 joints, 1 partner or more, a share from 0 to below 1.</source>
        <translation>De 0 a 18 articulaciones, 1 compañero o más, una parte de 0 a menos de 1.</translation>
    </message>
    <message>
        <source>A batch needs at least one photo, one pose and one model</source>
        <translation>Un lote necesita al menos una foto, una pose y un modelo</translation>
    </message>
    <message>
        <source>A batch of about {fits} should fit: --set loop.batch={fits}.</source>
        <translation>Debería caber un lote de unos {fits}: --set loop.batch={fits}.</translation>
    </message>
    <message>
        <source>A contact sheet needs at least one picture</source>
        <translation>Una hoja de contacto necesita al menos una imagen</translation>
    </message>
    <message>
        <source>A joint&apos;s state is not visible, hidden or missing</source>
        <translation>El estado de una articulación no es visible, oculta ni ausente</translation>
    </message>
    <message>
        <source>A list that comes in the box is damaged</source>
        <translation>Una lista que viene con el programa está dañada</translation>
    </message>
    <message>
        <source>A list that comes in the box is missing</source>
        <translation>Falta una lista que viene con el programa</translation>
    </message>
    <message>
        <source>A part of this path is a file, not a folder</source>
        <translation>Una parte de esta ruta es un archivo, no una carpeta</translation>
    </message>
    <message>
        <source>A picture of {width:,} x {height:,} pixels does not fit into {kind}</source>
        <translation>Una imagen de {width} x {height} píxeles no cabe en {kind}</translation>
    </message>
    <message>
        <source>A picture&apos;s name cannot end in {suffix!r}</source>
        <translation>El nombre de una imagen no puede terminar en {suffix!r}</translation>
    </message>
    <message>
        <source>A point has {count} numbers, not x, y and confidence</source>
        <translation>Un punto tiene {count} números, no x, y y confianza</translation>
    </message>
    <message>
        <source>A process that makes batches has ended ({problem})</source>
        <translation>Un proceso que hace lotes ha terminado ({problem})</translation>
    </message>
    <message>
        <source>A project in memory keeps no pictures</source>
        <translation>Un proyecto en memoria no guarda imágenes</translation>
    </message>
    <message>
        <source>A run that is taken up has its settings already</source>
        <translation>Un entrenamiento que se retoma ya tiene sus ajustes</translation>
    </message>
    <message>
        <source>A score is 1, 2, 3, 4 or 5</source>
        <translation>Una puntuación es 1, 2, 3, 4 o 5</translation>
    </message>
    <message>
        <source>A sequence needs at least two poses</source>
        <translation>Una secuencia necesita al menos dos poses</translation>
    </message>
    <message>
        <source>A sequence of {poses} poses has {poses} to {most} pictures, not {frames}</source>
        <translation>Una secuencia de {poses} poses tiene de {poses} a {most} imágenes, no {frames}</translation>
    </message>
    <message>
        <source>A sequence&apos;s name cannot end in {suffix!r}</source>
        <translation>El nombre de una secuencia no puede terminar en {suffix!r}</translation>
    </message>
    <message>
        <source>A state_dict is needed, as torch.save writes it.</source>
        <translation>Hace falta un state_dict, como lo escribe torch.save.</translation>
    </message>
    <message>
        <source>A step changes something</source>
        <translation>Un paso cambia algo</translation>
    </message>
    <message>
        <source>Add another pose.</source>
        <translation>Añada otra pose.</translation>
    </message>
    <message>
        <source>Add canvas_width and canvas_height to it.</source>
        <translation>Añádale canvas_width y canvas_height.</translation>
    </message>
    <message>
        <source>Add it to `images`.</source>
        <translation>Añádala a `images`.</translation>
    </message>
    <message>
        <source>Another process is preparing this data set</source>
        <translation>Otro proceso prepara este conjunto de datos</translation>
    </message>
    <message>
        <source>Another process trains this run (process {number} on {host})</source>
        <translation>Otro proceso hace este entrenamiento (proceso {number} en {host})</translation>
    </message>
    <message>
        <source>Another program is busy with the project</source>
        <translation>Otro programa está ocupado con el proyecto</translation>
    </message>
    <message>
        <source>Ask for the file again; it is written by Export in the Review tab.</source>
        <translation>Pida el archivo otra vez; lo escribe Exportar, en la pestaña Revisión.</translation>
    </message>
    <message>
        <source>Ask for the file once more: share poses from the gallery.</source>
        <translation>Pida el archivo otra vez: se hace compartiendo poses desde la galería.</translation>
    </message>
    <message>
        <source>Ask its maker for a plain state_dict, or better, for safetensors.</source>
        <translation>Pida a quien lo hizo un state_dict plano o, mejor, safetensors.</translation>
    </message>
    <message>
        <source>At least one picture of each model must be seen</source>
        <translation>Hay que ver al menos una imagen de cada modelo</translation>
    </message>
    <message>
        <source>Begin a new batch.</source>
        <translation>Empiece un lote nuevo.</translation>
    </message>
    <message>
        <source>Bring it back and resume.</source>
        <translation>Vuelva a ponerlos y continúe.</translation>
    </message>
    <message>
        <source>Bring the old file back (sha256 {sha256}…), or begin a new batch in another folder.</source>
        <translation>Recupere el archivo antiguo (sha256 {sha256}…) o empiece un lote nuevo en otra carpeta.</translation>
    </message>
    <message>
        <source>CPU ({count} thread)</source>
        <translation>CPU ({count} hilo)</translation>
    </message>
    <message>
        <source>CPU ({count} threads)</source>
        <translation>CPU ({count} hilos)</translation>
    </message>
    <message>
        <source>Call them by the photo&apos;s path in the source.</source>
        <translation>Nómbrelas con la ruta de la foto dentro del origen.</translation>
    </message>
    <message>
        <source>Change its permissions.</source>
        <translation>Cambie sus permisos.</translation>
    </message>
    <message>
        <source>Change those settings, or start from other weights.</source>
        <translation>Cambie esos ajustes o parta de otros pesos.</translation>
    </message>
    <message>
        <source>Check its permissions.</source>
        <translation>Compruebe sus permisos.</translation>
    </message>
    <message>
        <source>Check that it exists and that you may read it.</source>
        <translation>Compruebe que existe y que puede leerlo.</translation>
    </message>
    <message>
        <source>Check the disk.</source>
        <translation>Compruebe el disco.</translation>
    </message>
    <message>
        <source>Check the disk; what was done before is kept.</source>
        <translation>Compruebe el disco; lo hecho antes se conserva.</translation>
    </message>
    <message>
        <source>Check the path and the disk.</source>
        <translation>Compruebe la ruta y el disco.</translation>
    </message>
    <message>
        <source>Check the path.</source>
        <translation>Compruebe la ruta.</translation>
    </message>
    <message>
        <source>Check the permissions of its folder.</source>
        <translation>Compruebe los permisos de su carpeta.</translation>
    </message>
    <message>
        <source>Check the permissions of the file.</source>
        <translation>Compruebe los permisos del archivo.</translation>
    </message>
    <message>
        <source>Checking {name}</source>
        <translation>Comprobando {name}</translation>
    </message>
    <message>
        <source>Choose --pairs garment or singles.</source>
        <translation>Elija --pairs garment o singles.</translation>
    </message>
    <message>
        <source>Choose --split person.</source>
        <translation>Elija --split person.</translation>
    </message>
    <message>
        <source>Choose a batch that is a multiple of {size} at every size.</source>
        <translation>Elija un lote que sea múltiplo de {size} en cada tamaño.</translation>
    </message>
    <message>
        <source>Choose a file that has a pose.</source>
        <translation>Elija un archivo que tenga una pose.</translation>
    </message>
    <message>
        <source>Choose a new or an empty folder.</source>
        <translation>Elija una carpeta nueva o vacía.</translation>
    </message>
    <message>
        <source>Choose a photo that shows a person in the pose.</source>
        <translation>Elija una foto que muestre a una persona en la pose.</translation>
    </message>
    <message>
        <source>Choose a photo that shows a person.</source>
        <translation>Elija una foto que muestre a una persona.</translation>
    </message>
    <message>
        <source>Choose a pose, or draw one.</source>
        <translation>Elija una pose o dibuje una.</translation>
    </message>
    <message>
        <source>Choose a shorter one.</source>
        <translation>Elija uno más corto.</translation>
    </message>
    <message>
        <source>Choose a smaller batch.</source>
        <translation>Elija un lote más pequeño.</translation>
    </message>
    <message>
        <source>Choose another disk.</source>
        <translation>Elija otro disco.</translation>
    </message>
    <message>
        <source>Choose another folder or change its permissions.</source>
        <translation>Elija otra carpeta o cambie sus permisos.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete this one.</source>
        <translation>Elija otra carpeta o borre esta.</translation>
    </message>
    <message>
        <source>Choose another folder, or delete this one: half of it would be found by each.</source>
        <translation>Elija otra carpeta o borre esta: cada uno encontraría la mitad.</translation>
    </message>
    <message>
        <source>Choose another folder.</source>
        <translation>Elija otra carpeta.</translation>
    </message>
    <message>
        <source>Choose another name or lift the protection.</source>
        <translation>Elija otro nombre o quite la protección.</translation>
    </message>
    <message>
        <source>Choose another name.</source>
        <translation>Elija otro nombre.</translation>
    </message>
    <message>
        <source>Choose another number.</source>
        <translation>Elija otro número.</translation>
    </message>
    <message>
        <source>Choose another place.</source>
        <translation>Elija otro lugar.</translation>
    </message>
    <message>
        <source>Choose another pose.</source>
        <translation>Elija otra pose.</translation>
    </message>
    <message>
        <source>Choose auto or cpu.</source>
        <translation>Elija auto o cpu.</translation>
    </message>
    <message>
        <source>Choose auto, bf16 or float32.</source>
        <translation>Elija auto, bf16 o float32.</translation>
    </message>
    <message>
        <source>Choose auto, cpu, cuda or mps.</source>
        <translation>Elija auto, cpu, cuda o mps.</translation>
    </message>
    <message>
        <source>Choose level1 to level{last}: --set perceptual_layers=level1.</source>
        <translation>Elija de level1 a level{last}: --set perceptual_layers=level1.</translation>
    </message>
    <message>
        <source>Choose of {allowed}.</source>
        <translation>Elija entre {allowed}.</translation>
    </message>
    <message>
        <source>Choose one of {names}.</source>
        <translation>Elija uno de estos: {names}.</translation>
    </message>
    <message>
        <source>Choose relu1_1 to relu5_4, or conv, or pool1 to pool5.</source>
        <translation>Elija de relu1_1 a relu5_4, o conv, o de pool1 a pool5.</translation>
    </message>
    <message>
        <source>Choose some.</source>
        <translation>Elija algunas.</translation>
    </message>
    <message>
        <source>Choose the file of a project.</source>
        <translation>Elija el archivo de un proyecto.</translation>
    </message>
    <message>
        <source>Choose the folder that has a {file}.</source>
        <translation>Elija la carpeta que tiene un {file}.</translation>
    </message>
    <message>
        <source>Choose the folder that holds the OpenPose files, one a photo.</source>
        <translation>Elija la carpeta que contiene los archivos de OpenPose, uno por foto.</translation>
    </message>
    <message>
        <source>Choose the folder with the pictures.</source>
        <translation>Elija la carpeta de las imágenes.</translation>
    </message>
    <message>
        <source>Choose the other kind of file, or add the header.</source>
        <translation>Elija el otro tipo de archivo o añada la cabecera.</translation>
    </message>
    <message>
        <source>Choose vgg19 or {network}.</source>
        <translation>Elija vgg19 o {network}.</translation>
    </message>
    <message>
        <source>Choosing and pairing</source>
        <translation>Eligiendo y emparejando</translation>
    </message>
    <message>
        <source>Choosing pictures</source>
        <translation>Eligiendo imágenes</translation>
    </message>
    <message>
        <source>Close it there, or open it here for reading only.</source>
        <translation>Ciérrelo allí o ábralo aquí solo para leerlo.</translation>
    </message>
    <message>
        <source>Confidences are from 0 to 1.</source>
        <translation>Las confianzas van de 0 a 1.</translation>
    </message>
    <message>
        <source>Connect to the network once (548 MB go to torch&apos;s cache), or take the features in the box: --set perceptual_network={network} --set perceptual_layers=level1.</source>
        <translation>Conéctese a la red una vez (548 MB van a la caché de torch) o tome las características que vienen con el programa: --set perceptual_network={network} --set perceptual_layers=level1.</translation>
    </message>
    <message>
        <source>Coordinates are in pixels.</source>
        <translation>Las coordenadas están en píxeles.</translation>
    </message>
    <message>
        <source>Copy or download it again.</source>
        <translation>Cópielo o descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>Correct `states` in the file&apos;s `repose` part.</source>
        <translation>Corrija `states` en la parte `repose` del archivo.</translation>
    </message>
    <message>
        <source>Correct canvas_width and canvas_height.</source>
        <translation>Corrija canvas_width y canvas_height.</translation>
    </message>
    <message>
        <source>Correct some in the window, or give a folder of photos whose joints are known.</source>
        <translation>Corrija algunas en la ventana o dé una carpeta de fotos con articulaciones conocidas.</translation>
    </message>
    <message>
        <source>Create it first or choose another.</source>
        <translation>Créela antes o elija otra.</translation>
    </message>
    <message>
        <source>Delete one of the two lines.</source>
        <translation>Borre una de las dos líneas.</translation>
    </message>
    <message>
        <source>Delete one of the two.</source>
        <translation>Borre uno de los dos.</translation>
    </message>
    <message>
        <source>Delete the folder and prepare the data set from the start.</source>
        <translation>Borre la carpeta y prepare el conjunto de datos desde el principio.</translation>
    </message>
    <message>
        <source>Delete the folder.</source>
        <translation>Borre la carpeta.</translation>
    </message>
    <message>
        <source>Did you mean {name}?</source>
        <translation>¿Quería decir {name}?</translation>
    </message>
    <message>
        <source>Do not use it.</source>
        <translation>No lo use.</translation>
    </message>
    <message>
        <source>Download the file itself, not its page.</source>
        <translation>Descargue el archivo mismo, no su página.</translation>
    </message>
    <message>
        <source>Drawing picture {number} of {count}</source>
        <translation>Dibujando la imagen {number} de {count}</translation>
    </message>
    <message>
        <source>Export it as COCO keypoints with `images`, `annotations` and `categories`.</source>
        <translation>Expórtelo como puntos clave COCO con `images`, `annotations` y `categories`.</translation>
    </message>
    <message>
        <source>Export it as OpenPose JSON with 18 or 25 points a person.</source>
        <translation>Expórtelo como JSON de OpenPose con 18 o 25 puntos por persona.</translation>
    </message>
    <message>
        <source>Export the file again.</source>
        <translation>Exporte el archivo de nuevo.</translation>
    </message>
    <message>
        <source>Export the pose again.</source>
        <translation>Exporte la pose de nuevo.</translation>
    </message>
    <message>
        <source>Export the run&apos;s weights, and judge that file.</source>
        <translation>Exporte los pesos del entrenamiento y evalúe ese archivo.</translation>
    </message>
    <message>
        <source>FID and IS need the package torch-fidelity: `pip install torch-fidelity` brings it</source>
        <translation>FID e IS necesitan el paquete torch-fidelity: lo trae `pip install torch-fidelity`</translation>
    </message>
    <message>
        <source>FID and IS need the weights of Inception v3 (2015), and {path} holds something else ({reason})</source>
        <translation>FID e IS necesitan los pesos de Inception v3 (2015), y {path} contiene otra cosa ({reason})</translation>
    </message>
    <message>
        <source>FID and IS need the weights of Inception v3 (2015): {problem}</source>
        <translation>FID e IS necesitan los pesos de Inception v3 (2015): {problem}</translation>
    </message>
    <message>
        <source>Feature distances need the embedded pose estimator</source>
        <translation>Las distancias de características necesitan el estimador de poses incorporado</translation>
    </message>
    <message>
        <source>Fetch it again.</source>
        <translation>Descárguelo de nuevo.</translation>
    </message>
    <message>
        <source>Fetch or copy it again.</source>
        <translation>Descárguelo o cópielo de nuevo.</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>Descargando {name}</translation>
    </message>
    <message>
        <source>File {number}: {error}.</source>
        <translation>Archivo {number}: {error}.</translation>
    </message>
    <message>
        <source>Framing the people of {split}, where they are not kept yet</source>
        <translation>Encuadrando a las personas de {split} que aún no están guardadas</translation>
    </message>
    <message>
        <source>Frechet Inception distance to the whole training set (Inception v3 of 2015, 2048 features, torchmetrics and torch-fidelity)</source>
        <translation>distancia de Fréchet de Inception a todo el conjunto de entrenamiento (Inception v3 de 2015, 2048 características, torchmetrics y torch-fidelity)</translation>
    </message>
    <message>
        <source>Frechet distance to the training set on the embedded pose estimator&apos;s features (means over the picture); our own measure, comparable with itself alone: this is not FID</source>
        <translation>distancia de Fréchet al conjunto de entrenamiento en las características del estimador de poses incorporado (medias sobre la imagen); es una medida nuestra, comparable solo consigo misma: esto no es FID</translation>
    </message>
    <message>
        <source>Free some space and resume.</source>
        <translation>Libere espacio y continúe.</translation>
    </message>
    <message>
        <source>Free some space or choose another disk.</source>
        <translation>Libere espacio o elija otro disco.</translation>
    </message>
    <message>
        <source>Free some space, or set REPOSE_WEIGHTS to a folder on another disk.</source>
        <translation>Libere espacio o ponga en REPOSE_WEIGHTS una carpeta de otro disco.</translation>
    </message>
    <message>
        <source>Free some space; what was done before is kept.</source>
        <translation>Libere espacio; lo hecho antes se conserva.</translation>
    </message>
    <message>
        <source>GPU ({name})</source>
        <translation>GPU ({name})</translation>
    </message>
    <message>
        <source>Generators and pose estimators have no figures in common</source>
        <translation>Generadores y estimadores de poses no tienen ninguna cifra en común</translation>
    </message>
    <message>
        <source>Get the newest version of Repose Studio.</source>
        <translation>Consiga la versión más nueva de Repose Studio.</translation>
    </message>
    <message>
        <source>Give a .csv file of PATN, a .json file of COCO or OpenPose, or a folder of those.</source>
        <translation>Dé un archivo .csv de PATN, un .json de COCO u OpenPose, o una carpeta que los tenga.</translation>
    </message>
    <message>
        <source>Give a CSV with the column name and a column gender or facing.</source>
        <translation>Dé un CSV con la columna name y una columna gender o facing.</translation>
    </message>
    <message>
        <source>Give a file name.</source>
        <translation>Dé un nombre de archivo.</translation>
    </message>
    <message>
        <source>Give a file that a pose editor or detector exported.</source>
        <translation>Dé un archivo exportado por un editor o un detector de poses.</translation>
    </message>
    <message>
        <source>Give a folder that holds photos/, masks/ and keypoints18.json.</source>
        <translation>Dé una carpeta que contenga photos/, masks/ y keypoints18.json.</translation>
    </message>
    <message>
        <source>Give a folder with --data.</source>
        <translation>Dé una carpeta con --data.</translation>
    </message>
    <message>
        <source>Give a folder.</source>
        <translation>Dé una carpeta.</translation>
    </message>
    <message>
        <source>Give a prepared data set, or a folder with photos/, masks/ and keypoints18.json.</source>
        <translation>Dé un conjunto de datos preparado, o una carpeta con photos/, masks/ y keypoints18.json.</translation>
    </message>
    <message>
        <source>Give each its own.</source>
        <translation>Dé uno propio a cada una.</translation>
    </message>
    <message>
        <source>Give its folder with --run.</source>
        <translation>Dé su carpeta con --run.</translation>
    </message>
    <message>
        <source>Give one with --run.</source>
        <translation>Dé una con --run.</translation>
    </message>
    <message>
        <source>Give the evaluation.json that repose-train evaluate wrote.</source>
        <translation>Dé el evaluation.json que escribió repose-train evaluate.</translation>
    </message>
    <message>
        <source>Give the file&apos;s own path.</source>
        <translation>Dé la ruta del archivo mismo.</translation>
    </message>
    <message>
        <source>Give the folder that holds WOMEN and MEN, or TRAIN and TEST.</source>
        <translation>Dé la carpeta que contiene WOMEN y MEN, o TRAIN y TEST.</translation>
    </message>
    <message>
        <source>Give the folder that holds the photos.</source>
        <translation>Dé la carpeta que contiene las fotos.</translation>
    </message>
    <message>
        <source>Give the picture&apos;s own path.</source>
        <translation>Dé la ruta de la imagen misma.</translation>
    </message>
    <message>
        <source>Give the same `repose-train prepare` command again; it goes on where it was.</source>
        <translation>Dé otra vez la misma orden `repose-train prepare`; sigue donde estaba.</translation>
    </message>
    <message>
        <source>Go on with it by --resume, or name another folder.</source>
        <translation>Continúelo con --resume o nombre otra carpeta.</translation>
    </message>
    <message>
        <source>Go on with that one, or choose another folder.</source>
        <translation>Continúe aquel o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Import OpenPose&apos;s files as OpenPose JSON.</source>
        <translation>Importe los archivos de OpenPose como JSON de OpenPose.</translation>
    </message>
    <message>
        <source>Import it again.</source>
        <translation>Impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>Import it as COCO keypoints JSON, or export it with 18 or 25 points.</source>
        <translation>Impórtelo como JSON de puntos clave COCO, o expórtelo con 18 o 25 puntos.</translation>
    </message>
    <message>
        <source>Import it as COCO keypoints JSON.</source>
        <translation>Impórtelo como JSON de puntos clave COCO.</translation>
    </message>
    <message>
        <source>Inception score of torchmetrics, 10 splits, mean (Inception v3 of 2015, torch-fidelity)</source>
        <translation>puntuación Inception de torchmetrics, 10 partes, media (Inception v3 de 2015, torch-fidelity)</translation>
    </message>
    <message>
        <source>Install Repose Studio again to bring it back.</source>
        <translation>Vuelva a instalar Repose Studio para recuperarla.</translation>
    </message>
    <message>
        <source>Install Repose Studio again to bring them back.</source>
        <translation>Vuelva a instalar Repose Studio para recuperarlos.</translation>
    </message>
    <message>
        <source>Install the latest version.</source>
        <translation>Instale la última versión.</translation>
    </message>
    <message>
        <source>It cannot be read, or is too large for the memory</source>
        <translation>No se puede leer o es demasiado grande para la memoria</translation>
    </message>
    <message>
        <source>It takes weights of OpenPose&apos;s body network, of PATN generators, and its own.</source>
        <translation>Admite pesos de la red de cuerpo de OpenPose, de generadores PATN y los propios.</translation>
    </message>
    <message>
        <source>It was not opened. Delete it and fetch or import it again.</source>
        <translation>No se ha abierto. Bórrelo y descárguelo o impórtelo de nuevo.</translation>
    </message>
    <message>
        <source>Joints in this data set were found with other weights called {name} (sha256 {then}..., now {now}...)</source>
        <translation>Las articulaciones de este conjunto de datos se encontraron con otros pesos llamados {name} (sha256 {then}..., ahora {now}...)</translation>
    </message>
    <message>
        <source>Judge them in several calls.</source>
        <translation>Evalúelos en varias llamadas.</translation>
    </message>
    <message>
        <source>Judge them in two calls.</source>
        <translation>Evalúelos en dos llamadas.</translation>
    </message>
    <message>
        <source>Judged {suite}</source>
        <translation>Evaluado {suite}</translation>
    </message>
    <message>
        <source>Judging {suite}</source>
        <translation>Evaluando {suite}</translation>
    </message>
    <message>
        <source>LPIPS needs AlexNet&apos;s weights: {problem}</source>
        <translation>LPIPS necesita los pesos de AlexNet: {problem}</translation>
    </message>
    <message>
        <source>LPIPS of torchmetrics with AlexNet and the published linear weights (version 0.1), pictures in [-1, 1]</source>
        <translation>LPIPS de torchmetrics con AlexNet y los pesos lineales publicados (versión 0.1), imágenes en [-1, 1]</translation>
    </message>
    <message>
        <source>Laying the picture over the photo</source>
        <translation>Colocando la imagen sobre la foto</translation>
    </message>
    <message>
        <source>Leave --preset away.</source>
        <translation>Quite --preset.</translation>
    </message>
    <message>
        <source>Leave framing on, or resize the photo.</source>
        <translation>Deje el encuadre activado o cambie el tamaño de la foto.</translation>
    </message>
    <message>
        <source>Loading the generator</source>
        <translation>Cargando el generador</translation>
    </message>
    <message>
        <source>Loading the pose estimator</source>
        <translation>Cargando el estimador de poses</translation>
    </message>
    <message>
        <source>Look for an older copy of it.</source>
        <translation>Busque una copia más antigua.</translation>
    </message>
    <message>
        <source>Looking at photos</source>
        <translation>Mirando fotos</translation>
    </message>
    <message>
        <source>Looking at the photos&apos; files</source>
        <translation>Mirando los archivos de las fotos</translation>
    </message>
    <message>
        <source>Looking at the training set</source>
        <translation>Mirando el conjunto de entrenamiento</translation>
    </message>
    <message>
        <source>Make it smaller first.</source>
        <translation>Hágala más pequeña antes.</translation>
    </message>
    <message>
        <source>Make it smaller: at most {most} million pixels are read.</source>
        <translation>Hágala más pequeña: se leen como máximo {most} millones de píxeles.</translation>
    </message>
    <message>
        <source>Make one with `repose-train prepare`.</source>
        <translation>Haga uno con `repose-train prepare`.</translation>
    </message>
    <message>
        <source>Make pairs from single photos (--set pairs=made), or prepare a data set with several photos of each person.</source>
        <translation>Haga parejas de fotos sueltas (--set pairs=made) o prepare un conjunto de datos con varias fotos de cada persona.</translation>
    </message>
    <message>
        <source>Make pairs from single photos: --set pairs=made, or the preset single-photos.</source>
        <translation>Haga parejas de fotos sueltas: --set pairs=made, o la receta single-photos.</translation>
    </message>
    <message>
        <source>Make some first, or open a folder that has them.</source>
        <translation>Haga algunas antes o abra una carpeta que las tenga.</translation>
    </message>
    <message>
        <source>Make the pictures first.</source>
        <translation>Haga las imágenes antes.</translation>
    </message>
    <message>
        <source>Making the contact sheet</source>
        <translation>Haciendo la hoja de contacto</translation>
    </message>
    <message>
        <source>Merge reviews of the same pictures.</source>
        <translation>Combine revisiones de las mismas imágenes.</translation>
    </message>
    <message>
        <source>Missing: {things}.</source>
        <translation>Faltan: {things}.</translation>
    </message>
    <message>
        <source>Models loaded</source>
        <translation>Modelos cargados</translation>
    </message>
    <message>
        <source>Move it away and import your weights again; install again if it came in the box.</source>
        <translation>Sáquelo de aquí y vuelva a importar los pesos; reinstale si venía con el programa.</translation>
    </message>
    <message>
        <source>Moving the photo into the pose</source>
        <translation>Llevando la foto a la pose</translation>
    </message>
    <message>
        <source>Name each once.</source>
        <translation>Nómbrelos una sola vez.</translation>
    </message>
    <message>
        <source>Name one with --out.</source>
        <translation>Nombre una con --out.</translation>
    </message>
    <message>
        <source>Name the file that lies in it.</source>
        <translation>Nombre el archivo que está dentro.</translation>
    </message>
    <message>
        <source>Name them {names} and so on.</source>
        <translation>Nómbrelos {names}, etc.</translation>
    </message>
    <message>
        <source>No facing is left to keep</source>
        <translation>No queda ninguna orientación que conservar</translation>
    </message>
    <message>
        <source>No folder is named for the run</source>
        <translation>No se ha dicho ninguna carpeta para el entrenamiento</translation>
    </message>
    <message>
        <source>No layer is named whose features are compared</source>
        <translation>No se ha dicho ninguna capa cuyas características comparar</translation>
    </message>
    <message>
        <source>No pairs are in the split &apos;{split}&apos; of this data set</source>
        <translation>No hay parejas en la parte «{split}» de este conjunto de datos</translation>
    </message>
    <message>
        <source>No person was found in the photo</source>
        <translation>No se ha encontrado ninguna persona en la foto</translation>
    </message>
    <message>
        <source>No photo of the split &apos;{split}&apos; is in the table</source>
        <translation>En la tabla no hay ninguna foto de la parte «{split}»</translation>
    </message>
    <message>
        <source>No photo was found</source>
        <translation>No se ha encontrado ninguna foto</translation>
    </message>
    <message>
        <source>No picture is in the split &apos;{split}&apos; of this data set</source>
        <translation>No hay ninguna imagen en la parte «{split}» de este conjunto de datos</translation>
    </message>
    <message>
        <source>No picture of the split &apos;{split}&apos; is in the data set</source>
        <translation>En el conjunto de datos no hay ninguna imagen de la parte «{split}»</translation>
    </message>
    <message>
        <source>No run is named to take up</source>
        <translation>No se ha dicho qué entrenamiento retomar</translation>
    </message>
    <message>
        <source>No training data is named</source>
        <translation>No se han dicho los datos de entrenamiento</translation>
    </message>
    <message>
        <source>No weights of this name, and no such file</source>
        <translation>No hay pesos con este nombre, ni un archivo así</translation>
    </message>
    <message>
        <source>Nobody has corrected joints in this data set: its labels are an estimator&apos;s own</source>
        <translation>Nadie ha corregido articulaciones en este conjunto de datos: sus etiquetas son las de un estimador</translation>
    </message>
    <message>
        <source>Nobody in this folder is there in two poses</source>
        <translation>En esta carpeta nadie está en dos poses</translation>
    </message>
    <message>
        <source>None of these figures is taken on these suites, or there are no pictures for them</source>
        <translation>Ninguna de estas cifras se mide en estos juegos de pruebas, o no hay imágenes para ellas</translation>
    </message>
    <message>
        <source>Nothing is known to be missing.</source>
        <translation>No consta que falte nada.</translation>
    </message>
    <message>
        <source>Nothing of the project can be read</source>
        <translation>No se puede leer nada del proyecto</translation>
    </message>
    <message>
        <source>Nothing of the source was kept</source>
        <translation>No se ha conservado nada del origen</translation>
    </message>
    <message>
        <source>Nothing was rescued.</source>
        <translation>No se ha rescatado nada.</translation>
    </message>
    <message>
        <source>One number a joint.</source>
        <translation>Un número por articulación.</translation>
    </message>
    <message>
        <source>One of the poses has no joints</source>
        <translation>Una de las poses no tiene articulaciones</translation>
    </message>
    <message>
        <source>Only {count} joints of a person were found, too few to move</source>
        <translation>Solo se han encontrado {count} articulaciones de una persona, demasiado pocas para moverla</translation>
    </message>
    <message>
        <source>Open a project, a file ending in {suffix}.</source>
        <translation>Abra un proyecto, un archivo terminado en {suffix}.</translation>
    </message>
    <message>
        <source>Open it again.</source>
        <translation>Vuelva a abrirlo.</translation>
    </message>
    <message>
        <source>Open it for reading only, or copy it to another folder.</source>
        <translation>Ábrelo solo para leer o cópialo en otra carpeta.</translation>
    </message>
    <message>
        <source>Open it in another program and save it as JPEG, PNG, WebP, TIFF, BMP or GIF.</source>
        <translation>Ábralo con otro programa y guárdelo como JPEG, PNG, WebP, TIFF, BMP o GIF.</translation>
    </message>
    <message>
        <source>Open it once for writing: it is brought up to date after a copy is made.</source>
        <translation>Ábralo una vez para escribir: se actualiza después de hacer una copia.</translation>
    </message>
    <message>
        <source>Open it with the program that made it.</source>
        <translation>Ábralo con el programa que lo hizo.</translation>
    </message>
    <message>
        <source>Open the photo itself instead.</source>
        <translation>Abra la foto misma.</translation>
    </message>
    <message>
        <source>OpenPose files are one a photo, and there are {count} photos</source>
        <translation>Los archivos de OpenPose son uno por foto, y hay {count} fotos</translation>
    </message>
    <message>
        <source>Out of range: {joints} joints, {partners} partners or a share of {val_share}</source>
        <translation>Fuera de rango: {joints} articulaciones, {partners} compañeros o una parte de {val_share}</translation>
    </message>
    <message>
        <source>Painting</source>
        <translation>Pintando</translation>
    </message>
    <message>
        <source>Painting the contact sheets</source>
        <translation>Pintando las hojas de contacto</translation>
    </message>
    <message>
        <source>Parts of the file could not be read, so more may be missing than is counted here.</source>
        <translation>Hay partes del archivo que no se han podido leer, así que quizá falte más de lo que se cuenta aquí.</translation>
    </message>
    <message>
        <source>Photos end in {endings}.</source>
        <translation>Las fotos acaban en {endings}.</translation>
    </message>
    <message>
        <source>Pick a .safetensors or .pth.</source>
        <translation>Elija un .safetensors o un .pth.</translation>
    </message>
    <message>
        <source>Picture {row} is not in the file</source>
        <translation>La imagen {row} no está en el archivo</translation>
    </message>
    <message>
        <source>Pictures that were made are missing</source>
        <translation>Faltan imágenes que se habían hecho</translation>
    </message>
    <message>
        <source>Pose files up to {most:,.0f} MB are read: split it.</source>
        <translation>Se leen archivos de poses de hasta {most:.0f} MB: pártalo.</translation>
    </message>
    <message>
        <source>Pose {number} of the file cannot be read ({why})</source>
        <translation>La pose {number} del archivo no se puede leer ({why})</translation>
    </message>
    <message>
        <source>Prepare it again.</source>
        <translation>Prepárelo otra vez.</translation>
    </message>
    <message>
        <source>Prepare the data set again.</source>
        <translation>Prepare el conjunto de datos otra vez.</translation>
    </message>
    <message>
        <source>Prepare them: repose-train prepare FOLDER.</source>
        <translation>Prepárelas: repose-train prepare CARPETA.</translation>
    </message>
    <message>
        <source>Put a finite number there, or 0, 0, 0 for a missing joint.</source>
        <translation>Ponga ahí un número finito, o 0, 0, 0 para una articulación que falta.</translation>
    </message>
    <message>
        <source>Put a number there.</source>
        <translation>Ponga ahí un número.</translation>
    </message>
    <message>
        <source>Put the pictures of each model into a folder with the model&apos;s name.</source>
        <translation>Ponga las imágenes de cada modelo en una carpeta con el nombre del modelo.</translation>
    </message>
    <message>
        <source>Reading annotations</source>
        <translation>Leyendo anotaciones</translation>
    </message>
    <message>
        <source>Reading the project</source>
        <translation>Leyendo el proyecto</translation>
    </message>
    <message>
        <source>Reading {name}</source>
        <translation>Leyendo {name}</translation>
    </message>
    <message>
        <source>Rename one of the photos.</source>
        <translation>Cambie el nombre de una de las fotos.</translation>
    </message>
    <message>
        <source>Rename one of them.</source>
        <translation>Cambie el nombre de una de ellas.</translation>
    </message>
    <message>
        <source>Render people with several views: repose-train synthesize --views 10.</source>
        <translation>Renderice personas con varias vistas: repose-train synthesize --views 10.</translation>
    </message>
    <message>
        <source>Rescued: {things}.</source>
        <translation>Se han rescatado: {things}.</translation>
    </message>
    <message>
        <source>Resume the run.</source>
        <translation>Continúe el entrenamiento.</translation>
    </message>
    <message>
        <source>Resume with the settings that the run began with.</source>
        <translation>Continúe con los ajustes con los que empezó el entrenamiento.</translation>
    </message>
    <message>
        <source>SSIM as PATN&apos;s own code measures it: 40 white columns added on each side, Gaussian window of sigma 1.5, range = the generated picture&apos;s largest less its smallest value, mean over RGB</source>
        <translation>SSIM tal como la mide el propio código de PATN: 40 columnas blancas añadidas a cada lado, ventana gaussiana de sigma 1,5, rango = el valor mayor menos el menor de la imagen generada, media sobre RGB</translation>
    </message>
    <message>
        <source>SSIM as later papers&apos; common table has it: uniform window of 51 pixels, values 0..1 and range 1, nothing added, mean over RGB</source>
        <translation>SSIM tal como la tiene la tabla común de artículos posteriores: ventana uniforme de 51 píxeles, valores 0..1 y rango 1, sin añadir nada, media sobre RGB</translation>
    </message>
    <message>
        <source>SSIM with a Gaussian window of sigma 1.5 and range 255, averaged over the person&apos;s pixels alone</source>
        <translation>SSIM con ventana gaussiana de sigma 1,5 y rango 255, media solo sobre los píxeles de la persona</translation>
    </message>
    <message>
        <source>Save a copy and work in that.</source>
        <translation>Guarde una copia y trabaje en ella.</translation>
    </message>
    <message>
        <source>Save it as GIF or as PNG files.</source>
        <translation>Guárdela como GIF o como archivos PNG.</translation>
    </message>
    <message>
        <source>Save it as PNG.</source>
        <translation>Guárdela como PNG.</translation>
    </message>
    <message>
        <source>Save the project first.</source>
        <translation>Guarde el proyecto antes.</translation>
    </message>
    <message>
        <source>Searching, {count} files seen</source>
        <translation>Buscando; {count} archivos vistos</translation>
    </message>
    <message>
        <source>Set perceptual_layers.</source>
        <translation>Ponga perceptual_layers.</translation>
    </message>
    <message>
        <source>Several people</source>
        <translation>Varias personas</translation>
    </message>
    <message>
        <source>Start anew, or take another run.</source>
        <translation>Empiece de nuevo o tome otro entrenamiento.</translation>
    </message>
    <message>
        <source>Start without --resume.</source>
        <translation>Empiece sin --resume.</translation>
    </message>
    <message>
        <source>Stopped at a whole step; resume goes on from here.</source>
        <translation>Detenido en un paso entero; se puede continuar desde aquí.</translation>
    </message>
    <message>
        <source>Take another file.</source>
        <translation>Tome otro archivo.</translation>
    </message>
    <message>
        <source>Take another run.</source>
        <translation>Tome otro entrenamiento.</translation>
    </message>
    <message>
        <source>Take the white background, or leave framing on.</source>
        <translation>Tome el fondo blanco o deje el encuadre activado.</translation>
    </message>
    <message>
        <source>Take {least:g} to {most:g}.</source>
        <translation>Tome de {least:g} a {most:g}.</translation>
    </message>
    <message>
        <source>The GPU&apos;s memory was full, so the CPU does the work from here on; it takes longer.</source>
        <translation>La memoria de la GPU estaba llena, así que a partir de ahora el trabajo lo hace la CPU; tarda más.</translation>
    </message>
    <message>
        <source>The annotation is not an object</source>
        <translation>La anotación no es un objeto</translation>
    </message>
    <message>
        <source>The canvas is {width:g} x {height:g} pixels</source>
        <translation>El lienzo es de {width:g} x {height:g} píxeles</translation>
    </message>
    <message>
        <source>The category&apos;s keypoints are not COCO&apos;s 17</source>
        <translation>Los puntos clave de la categoría no son los 17 de COCO</translation>
    </message>
    <message>
        <source>The checkpoint cannot be read ({reason})</source>
        <translation>El punto de control no se puede leer ({reason})</translation>
    </message>
    <message>
        <source>The checkpoint could not be written ({problem})</source>
        <translation>El punto de control no se ha podido escribir ({problem})</translation>
    </message>
    <message>
        <source>The checkpoint does not fit this training ({reason})</source>
        <translation>El punto de control no es de este entrenamiento ({reason})</translation>
    </message>
    <message>
        <source>The checkpoint is of another network ({reason})</source>
        <translation>El punto de control es de otra red ({reason})</translation>
    </message>
    <message>
        <source>The checkpoint lacks what is to be judged ({problem})</source>
        <translation>Al punto de control le falta lo que hay que evaluar ({problem})</translation>
    </message>
    <message>
        <source>The confidence is {confidence:g}, less than 0</source>
        <translation>La confianza es {confidence:g}, menos de 0</translation>
    </message>
    <message>
        <source>The corrections for &apos;{name}&apos; could be for {photos:,} photos, {first} among them</source>
        <translation>Las correcciones para «{name}» podrían ser para {photos:,} fotos, entre ellas {first}</translation>
    </message>
    <message>
        <source>The data set has format {version}, not {known}</source>
        <translation>El conjunto de datos tiene el formato {version}, no el {known}</translation>
    </message>
    <message>
        <source>The data set in this folder was begun with {differences}</source>
        <translation>El conjunto de datos de esta carpeta se empezó con {differences}</translation>
    </message>
    <message>
        <source>The data set was begun in format {version}, not {known}</source>
        <translation>El conjunto de datos se empezó en el formato {version}, no en el {known}</translation>
    </message>
    <message>
        <source>The data set&apos;s description cannot be read ({kind}: {problem})</source>
        <translation>La descripción del conjunto de datos no se puede leer ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The demo person&apos;s photo is missing</source>
        <translation>Falta la foto de la persona de muestra</translation>
    </message>
    <message>
        <source>The disk failed while the project was used</source>
        <translation>El disco ha fallado mientras se usaba el proyecto</translation>
    </message>
    <message>
        <source>The disk has {free:,.1f} GB left, and {pictures:,} pictures need {needed:,.1f} GB</source>
        <translation>Al disco le quedan {free:.1f} GB, y {pictures} imágenes necesitan {needed:.1f} GB</translation>
    </message>
    <message>
        <source>The disk is full</source>
        <translation>El disco está lleno</translation>
    </message>
    <message>
        <source>The disk is read-only</source>
        <translation>El disco es de solo lectura</translation>
    </message>
    <message>
        <source>The disk is too full: {file} needs {size:.0f} MB, {free:.0f} MB are free</source>
        <translation>El disco está demasiado lleno: {file} necesita {size:.0f} MB y hay {free:.0f} libres</translation>
    </message>
    <message>
        <source>The disk quota is used up</source>
        <translation>La cuota de disco se ha agotado</translation>
    </message>
    <message>
        <source>The entry is not an object</source>
        <translation>La entrada no es un objeto</translation>
    </message>
    <message>
        <source>The file cannot be read ({why})</source>
        <translation>El archivo no se puede leer ({why})</translation>
    </message>
    <message>
        <source>The file changed while it was read</source>
        <translation>El archivo ha cambiado mientras se leía</translation>
    </message>
    <message>
        <source>The file claims more weights than it holds</source>
        <translation>El archivo dice tener más pesos de los que contiene</translation>
    </message>
    <message>
        <source>The file holds more than weights (Python objects that could run code) and was not opened</source>
        <translation>El archivo contiene más que pesos (objetos de Python que podrían ejecutar código) y no se ha abierto</translation>
    </message>
    <message>
        <source>The file holds no people</source>
        <translation>El archivo no contiene ninguna persona</translation>
    </message>
    <message>
        <source>The file holds no person with a joint</source>
        <translation>El archivo no contiene ninguna persona con articulaciones</translation>
    </message>
    <message>
        <source>The file holds no table of named weights</source>
        <translation>El archivo no contiene ninguna tabla de pesos con nombre</translation>
    </message>
    <message>
        <source>The file holds {kind} {shape}, not bytes of {wanted}</source>
        <translation>El archivo contiene {kind} {shape}, no bytes de {wanted}</translation>
    </message>
    <message>
        <source>The file is a database of another program</source>
        <translation>El archivo es una base de datos de otro programa</translation>
    </message>
    <message>
        <source>The file is empty</source>
        <translation>El archivo está vacío</translation>
    </message>
    <message>
        <source>The file is larger than the disk allows</source>
        <translation>El archivo es más grande de lo que permite el disco</translation>
    </message>
    <message>
        <source>The file is not a picture, or of a kind that cannot be read</source>
        <translation>El archivo no es una imagen, o es de un tipo que no se puede leer</translation>
    </message>
    <message>
        <source>The file is not text, so it cannot be a pose file</source>
        <translation>El archivo no es texto, así que no puede ser un archivo de poses</translation>
    </message>
    <message>
        <source>The file is of format version {version}, made by a later Repose Studio than this one</source>
        <translation>El archivo es de la versión {version} del formato, hecha por un Repose Studio posterior a este</translation>
    </message>
    <message>
        <source>The file is of format version {version}, which this Repose Studio does not know</source>
        <translation>El archivo es de la versión {version} del formato, que este Repose Studio no conoce</translation>
    </message>
    <message>
        <source>The file is too large ({megabytes:,.0f} MB)</source>
        <translation>El archivo es demasiado grande ({megabytes:.0f} MB)</translation>
    </message>
    <message>
        <source>The file is write-protected</source>
        <translation>El archivo está protegido contra escritura</translation>
    </message>
    <message>
        <source>The file lists no `images`</source>
        <translation>El archivo no tiene ninguna lista `images`</translation>
    </message>
    <message>
        <source>The file was changed or damaged: its sha256 is {actual}..., not {expected}...</source>
        <translation>El archivo ha cambiado o está dañado: su sha256 es {actual}..., no {expected}...</translation>
    </message>
    <message>
        <source>The file&apos;s header does not fit its weights</source>
        <translation>La cabecera del archivo no corresponde a sus pesos</translation>
    </message>
    <message>
        <source>The file&apos;s header holds values of a wrong kind</source>
        <translation>La cabecera del archivo contiene valores de un tipo incorrecto</translation>
    </message>
    <message>
        <source>The file&apos;s header lacks {key}</source>
        <translation>A la cabecera del archivo le falta {key}</translation>
    </message>
    <message>
        <source>The first line is not the header {expected!r} but {shown!r}</source>
        <translation>La primera línea no es la cabecera {expected!r} sino {shown!r}</translation>
    </message>
    <message>
        <source>The folder cannot be read ({why})</source>
        <translation>La carpeta no se puede leer ({why})</translation>
    </message>
    <message>
        <source>The folder does not exist</source>
        <translation>La carpeta no existe</translation>
    </message>
    <message>
        <source>The folder holds something else already ({other})</source>
        <translation>La carpeta ya contiene otra cosa ({other})</translation>
    </message>
    <message>
        <source>The image has no `file_name`</source>
        <translation>La imagen no tiene `file_name`</translation>
    </message>
    <message>
        <source>The image has no `id`</source>
        <translation>La imagen no tiene `id`</translation>
    </message>
    <message>
        <source>The index of weights cannot be used: {why}</source>
        <translation>El índice de pesos no se puede usar: {why}</translation>
    </message>
    <message>
        <source>The keypoints are no list of 17 triples of x, y and v</source>
        <translation>Los puntos clave no son una lista de 17 ternas de x, y y v</translation>
    </message>
    <message>
        <source>The keypoints are not a list</source>
        <translation>Los puntos clave no son una lista</translation>
    </message>
    <message>
        <source>The keypoints are {count} numbers, not 17 triples of x, y and v</source>
        <translation>Los puntos clave son {count} números, no 17 ternas de x, y y v</translation>
    </message>
    <message>
        <source>The keypoints are {count} numbers, not 17 triples of x, y and v, which looks like OpenPose</source>
        <translation>Los puntos clave son {count} números, no 17 ternas de x, y y v: parece OpenPose</translation>
    </message>
    <message>
        <source>The labels cannot be read ({why})</source>
        <translation>Las etiquetas no se pueden leer ({why})</translation>
    </message>
    <message>
        <source>The labels have no column name, or neither gender nor facing</source>
        <translation>Las etiquetas no tienen columna name, o ni gender ni facing</translation>
    </message>
    <message>
        <source>The last checkpoint is whole; resume from it with a lower rate.</source>
        <translation>El último punto de control está entero; continúe desde él con una tasa más baja.</translation>
    </message>
    <message>
        <source>The last pictures could not be written</source>
        <translation>Las últimas imágenes no se han podido escribir</translation>
    </message>
    <message>
        <source>The line does not have {count} entries separated by {separator!r}</source>
        <translation>La línea no tiene {count} entradas separadas por {separator!r}</translation>
    </message>
    <message>
        <source>The line has another number of cells than the first</source>
        <translation>La línea no tiene el mismo número de celdas que la primera</translation>
    </message>
    <message>
        <source>The line is not CSV ({why})</source>
        <translation>La línea no es CSV ({why})</translation>
    </message>
    <message>
        <source>The list has {listed:,} pictures, the data set {pictures:,}</source>
        <translation>La lista tiene {listed} imágenes, el conjunto de datos {pictures}</translation>
    </message>
    <message>
        <source>The list of pictures cannot be read ({kind}: {problem})</source>
        <translation>La lista de imágenes no se puede leer ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The loss {names} is not finite at step {step} ({losses})</source>
        <translation>La pérdida {names} no es finita en el paso {step} ({losses})</translation>
    </message>
    <message>
        <source>The mask has not its photo&apos;s shape</source>
        <translation>La máscara no tiene el tamaño de su foto</translation>
    </message>
    <message>
        <source>The memory of {device} is too small for a batch of {batch}</source>
        <translation>La memoria de {device} es demasiado pequeña para un lote de {batch}</translation>
    </message>
    <message>
        <source>The mirror image of {name} would have the name of another photo, {flipped}</source>
        <translation>La imagen reflejada de {name} tendría el nombre de otra foto, {flipped}</translation>
    </message>
    <message>
        <source>The name is too long for the disk</source>
        <translation>El nombre es demasiado largo para el disco</translation>
    </message>
    <message>
        <source>The person has 17 points, which looks like COCO, not like OpenPose</source>
        <translation>La persona tiene 17 puntos: parece COCO, no OpenPose</translation>
    </message>
    <message>
        <source>The person has no `pose_keypoints_2d`</source>
        <translation>La persona no tiene `pose_keypoints_2d`</translation>
    </message>
    <message>
        <source>The person has {count} points, not 18 or 25</source>
        <translation>La persona tiene {count} puntos, no 18 ni 25</translation>
    </message>
    <message>
        <source>The photo does not show this person from behind: hair and clothes there are a guess.</source>
        <translation>La foto no muestra a esta persona de espaldas: el pelo y la ropa de ahí son una suposición.</translation>
    </message>
    <message>
        <source>The photo shows this person from behind, so the picture shows no face.</source>
        <translation>La foto muestra a esta persona de espaldas, así que la imagen no muestra ninguna cara.</translation>
    </message>
    <message>
        <source>The photos seem to be there in a mirror already: choose --no-flip.</source>
        <translation>Parece que las fotos ya están reflejadas: elija --no-flip.</translation>
    </message>
    <message>
        <source>The photos&apos; keypoints cannot be read ({kind}: {problem})</source>
        <translation>Los puntos clave de las fotos no se pueden leer ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The picture cannot be read ({why})</source>
        <translation>La imagen no se puede leer ({why})</translation>
    </message>
    <message>
        <source>The picture has no pixels</source>
        <translation>La imagen no tiene píxeles</translation>
    </message>
    <message>
        <source>The picture is cut short or damaged</source>
        <translation>La imagen está cortada o dañada</translation>
    </message>
    <message>
        <source>The picture is damaged, or of a rare kind that cannot be read</source>
        <translation>La imagen está dañada, o es de un tipo raro que no se puede leer</translation>
    </message>
    <message>
        <source>The picture is too large</source>
        <translation>La imagen es demasiado grande</translation>
    </message>
    <message>
        <source>The picture is too large ({width:,} x {height:,} pixels)</source>
        <translation>La imagen es demasiado grande ({width} x {height} píxeles)</translation>
    </message>
    <message>
        <source>The picture says how it was made in version {version!r} of the format</source>
        <translation>La imagen dice cómo se hizo en la versión {version!r} del formato</translation>
    </message>
    <message>
        <source>The picture&apos;s name has no ending</source>
        <translation>El nombre de la imagen no tiene terminación</translation>
    </message>
    <message>
        <source>The pictures cannot be read ({kind}: {problem})</source>
        <translation>Las imágenes no se pueden leer ({kind}: {problem})</translation>
    </message>
    <message>
        <source>The places are scaled to 0..1, and the file does not say to what size</source>
        <translation>Los lugares van de 0 a 1, y el archivo no dice respecto de qué tamaño</translation>
    </message>
    <message>
        <source>The plan of this batch is damaged</source>
        <translation>El plan de este lote está dañado</translation>
    </message>
    <message>
        <source>The project cannot be opened</source>
        <translation>El proyecto no se puede abrir</translation>
    </message>
    <message>
        <source>The project cannot be read ({why})</source>
        <translation>El proyecto no se puede leer ({why})</translation>
    </message>
    <message>
        <source>The project cannot be written</source>
        <translation>No se puede escribir en el proyecto</translation>
    </message>
    <message>
        <source>The project has no photo {number}</source>
        <translation>El proyecto no tiene ninguna foto {number}</translation>
    </message>
    <message>
        <source>The project has no picture {number}</source>
        <translation>El proyecto no tiene ninguna imagen {number}</translation>
    </message>
    <message>
        <source>The project is closed</source>
        <translation>El proyecto está cerrado</translation>
    </message>
    <message>
        <source>The project is damaged ({why})</source>
        <translation>El proyecto está dañado ({why})</translation>
    </message>
    <message>
        <source>The project is of the older version {version}</source>
        <translation>El proyecto es de la versión antigua {version}</translation>
    </message>
    <message>
        <source>The project is of version {version}, and this program reads up to version {known}</source>
        <translation>El proyecto es de la versión {version}, y este programa lee hasta la versión {known}</translation>
    </message>
    <message>
        <source>The project is of version {version}, which this program does not know</source>
        <translation>El proyecto es de la versión {version}, que este programa no conoce</translation>
    </message>
    <message>
        <source>The project is open already ({holder})</source>
        <translation>El proyecto ya está abierto ({holder})</translation>
    </message>
    <message>
        <source>The project is open for reading only</source>
        <translation>El proyecto está abierto solo para leerlo</translation>
    </message>
    <message>
        <source>The project lies where nothing can be written</source>
        <translation>El proyecto está en un lugar donde no se puede escribir</translation>
    </message>
    <message>
        <source>The rating is of a card that the review does not have</source>
        <translation>La valoración es de una ficha que la revisión no tiene</translation>
    </message>
    <message>
        <source>The result would replace what it is made from</source>
        <translation>El resultado sustituiría aquello de lo que se hace</translation>
    </message>
    <message>
        <source>The review has no list `{key}`</source>
        <translation>La revisión no tiene ninguna lista `{key}`</translation>
    </message>
    <message>
        <source>The review is of version {version!r} of the format</source>
        <translation>La revisión es de la versión {version!r} del formato</translation>
    </message>
    <message>
        <source>The same model is there twice</source>
        <translation>El mismo modelo está dos veces</translation>
    </message>
    <message>
        <source>The skeletons of {count:,} photos came back from the undo history.</source>
        <translation>Los esqueletos de {count} fotos se han recuperado del historial de deshacer.</translation>
    </message>
    <message>
        <source>The source has no list of pairs</source>
        <translation>El origen no tiene ninguna lista de parejas</translation>
    </message>
    <message>
        <source>The source has no split of its own</source>
        <translation>El origen no trae ninguna división propia</translation>
    </message>
    <message>
        <source>The target pose has no joints</source>
        <translation>La pose objetivo no tiene articulaciones</translation>
    </message>
    <message>
        <source>The training data cannot be read any more ({why})</source>
        <translation>Los datos de entrenamiento ya no se pueden leer ({why})</translation>
    </message>
    <message>
        <source>The training has diverged; take an earlier checkpoint.</source>
        <translation>El entrenamiento ha divergido; tome un punto de control anterior.</translation>
    </message>
    <message>
        <source>The training that made them went wrong; use another file.</source>
        <translation>El entrenamiento que los hizo salió mal; use otro archivo.</translation>
    </message>
    <message>
        <source>The weights file cannot be read ({why})</source>
        <translation>El archivo de pesos no se puede leer ({why})</translation>
    </message>
    <message>
        <source>The weights file is damaged or was cut short</source>
        <translation>El archivo de pesos está dañado o cortado</translation>
    </message>
    <message>
        <source>The weights file is empty (0 bytes)</source>
        <translation>El archivo de pesos está vacío (0 bytes)</translation>
    </message>
    <message>
        <source>The weights of VGG-19 are not on this computer and cannot be fetched ({problem})</source>
        <translation>Los pesos de VGG-19 no están en este ordenador y no se pueden descargar ({problem})</translation>
    </message>
    <message>
        <source>The weights {name} are not finite, so nothing was written</source>
        <translation>Los pesos {name} no son finitos, así que no se ha escrito nada</translation>
    </message>
    <message>
        <source>The weights {name} hold values that are not numbers</source>
        <translation>Los pesos {name} contienen valores que no son números</translation>
    </message>
    <message>
        <source>The {what} is not a number but {shown}</source>
        <translation>«{what}» no es un número, sino {shown}</translation>
    </message>
    <message>
        <source>The {what} is {number:g}, far outside of any picture</source>
        <translation>«{what}» es {number:g}, muy fuera de cualquier imagen</translation>
    </message>
    <message>
        <source>The {what} is {number}, which is no number that can be used</source>
        <translation>«{what}» es {number}, que no es un número que se pueda usar</translation>
    </message>
    <message>
        <source>There are no corrections here</source>
        <translation>Aquí no hay correcciones</translation>
    </message>
    <message>
        <source>There are no features of &apos;{name}&apos;</source>
        <translation>No hay características de «{name}»</translation>
    </message>
    <message>
        <source>There are no pictures to judge</source>
        <translation>No hay imágenes que valorar</translation>
    </message>
    <message>
        <source>There are {count} joint states, not 18</source>
        <translation>Hay {count} estados de articulaciones, no 18</translation>
    </message>
    <message>
        <source>There are {keys}.</source>
        <translation>Hay estas: {keys}.</translation>
    </message>
    <message>
        <source>There are: {names}.</source>
        <translation>Hay: {names}.</translation>
    </message>
    <message>
        <source>There is a batch in this folder already</source>
        <translation>En esta carpeta ya hay un lote</translation>
    </message>
    <message>
        <source>There is a file of this name already</source>
        <translation>Ya hay un archivo con este nombre</translation>
    </message>
    <message>
        <source>There is a file of this name, not a folder</source>
        <translation>Con este nombre hay un archivo, no una carpeta</translation>
    </message>
    <message>
        <source>There is neither a preset of this name nor such a file</source>
        <translation>No hay ninguna pose de muestra con este nombre, ni un archivo así</translation>
    </message>
    <message>
        <source>There is no &apos;{word}&apos; among the {name}</source>
        <translation>No hay ningún «{word}» entre {name}</translation>
    </message>
    <message>
        <source>There is no .json file in this folder</source>
        <translation>En esta carpeta no hay ningún archivo .json</translation>
    </message>
    <message>
        <source>There is no batch in this folder</source>
        <translation>En esta carpeta no hay ningún lote</translation>
    </message>
    <message>
        <source>There is no checkpoint to resume from</source>
        <translation>No hay ningún punto de control desde el que continuar</translation>
    </message>
    <message>
        <source>There is no device called &apos;{name}&apos;</source>
        <translation>No hay ningún dispositivo que se llame «{name}»</translation>
    </message>
    <message>
        <source>There is no encoder for {kind} here</source>
        <translation>Aquí no hay ningún codificador para {kind}</translation>
    </message>
    <message>
        <source>There is no figure &apos;{key}&apos;</source>
        <translation>No hay ninguna cifra «{key}»</translation>
    </message>
    <message>
        <source>There is no folder to keep the pictures in</source>
        <translation>No hay ninguna carpeta donde guardar las imágenes</translation>
    </message>
    <message>
        <source>There is no picture {problem} in the data set</source>
        <translation>En el conjunto de datos no hay ninguna imagen {problem}</translation>
    </message>
    <message>
        <source>There is no precision called &apos;{precision}&apos;</source>
        <translation>No hay ninguna precisión que se llame «{precision}»</translation>
    </message>
    <message>
        <source>There is no training data here</source>
        <translation>Aquí no hay datos de entrenamiento</translation>
    </message>
    <message>
        <source>There is no {name} &apos;{value}&apos;</source>
        <translation>No hay ningún {name} «{value}»</translation>
    </message>
    <message>
        <source>These generators paint at different sizes ({shown})</source>
        <translation>Estos generadores pintan en tamaños distintos ({shown})</translation>
    </message>
    <message>
        <source>These rendered people have no pairs</source>
        <translation>Estas personas renderizadas no tienen parejas</translation>
    </message>
    <message>
        <source>These weights are of another generator than the configuration&apos;s: theirs has {wanted}</source>
        <translation>Estos pesos son de otro generador que el de la configuración: el suyo tiene {wanted}</translation>
    </message>
    <message>
        <source>This computer has no device &apos;{name}&apos;</source>
        <translation>Este ordenador no tiene ningún dispositivo «{name}»</translation>
    </message>
    <message>
        <source>This data set is unfinished</source>
        <translation>Este conjunto de datos no está terminado</translation>
    </message>
    <message>
        <source>This folder of photos gives no pairs</source>
        <translation>Esta carpeta de fotos no da parejas</translation>
    </message>
    <message>
        <source>This is a checkpoint of the training &apos;{theirs}&apos;, version {version}</source>
        <translation>Este es un punto de control del entrenamiento «{theirs}», versión {version}</translation>
    </message>
    <message>
        <source>This is a file, not a folder</source>
        <translation>Esto es un archivo, no una carpeta</translation>
    </message>
    <message>
        <source>This is a folder, not a project</source>
        <translation>Es una carpeta, no un proyecto</translation>
    </message>
    <message>
        <source>This is a text, not a project</source>
        <translation>Es un texto, no un proyecto</translation>
    </message>
    <message>
        <source>This is no checkpoint of a training</source>
        <translation>Esto no es ningún punto de control de un entrenamiento</translation>
    </message>
    <message>
        <source>This is not a prepared data set</source>
        <translation>Esto no es ningún conjunto de datos preparado</translation>
    </message>
    <message>
        <source>This is the training &apos;{mine}&apos;, version {known}.</source>
        <translation>Este es el entrenamiento «{mine}», versión {known}.</translation>
    </message>
    <message>
        <source>This pose network has no levels to take features from</source>
        <translation>Esta red de poses no tiene niveles de los que sacar características</translation>
    </message>
    <message>
        <source>This run has a checkpoint already, which a new training would overwrite</source>
        <translation>Este entrenamiento ya tiene un punto de control, que uno nuevo sobrescribiría</translation>
    </message>
    <message>
        <source>This run has no checkpoint yet</source>
        <translation>Este entrenamiento aún no tiene ningún punto de control</translation>
    </message>
    <message>
        <source>Use .gif, .mp4 or .webm, or a name without an ending for a folder of PNG files.</source>
        <translation>Use .gif, .mp4 o .webm, o un nombre sin extensión para una carpeta de archivos PNG.</translation>
    </message>
    <message>
        <source>There is no image with the id {key!r}</source>
        <translation>No hay ninguna imagen con el id {key!r}</translation>
    </message>
    <message>
        <source>There is no permission to read this file</source>
        <translation>No hay permiso para leer este archivo</translation>
    </message>
    <message>
        <source>There is no permission to write here</source>
        <translation>No hay permiso para escribir aquí</translation>
    </message>
    <message>
        <source>There is no picture to judge in this folder</source>
        <translation>En esta carpeta no hay ninguna imagen que valorar</translation>
    </message>
    <message>
        <source>There is no picture to write</source>
        <translation>No hay ninguna imagen que escribir</translation>
    </message>
    <message>
        <source>There is no precision called &apos;{name}&apos;</source>
        <translation>No hay ninguna precisión que se llame «{name}»</translation>
    </message>
    <message>
        <source>There is no such file</source>
        <translation>No existe este archivo</translation>
    </message>
    <message>
        <source>There is no such folder</source>
        <translation>No existe esta carpeta</translation>
    </message>
    <message>
        <source>There is no such project</source>
        <translation>No existe este proyecto</translation>
    </message>
    <message>
        <source>There is no such weights file</source>
        <translation>No existe este archivo de pesos</translation>
    </message>
    <message>
        <source>There is not enough memory for this picture</source>
        <translation>No hay memoria suficiente para esta imagen</translation>
    </message>
    <message>
        <source>There must be 1 to {most} poses in the file</source>
        <translation>En el archivo debe haber entre 1 y {most} poses</translation>
    </message>
    <message>
        <source>These are not the weights of a PATN generator: {why}</source>
        <translation>Estos no son los pesos de un generador PATN: {why}</translation>
    </message>
    <message>
        <source>These are not the weights of a pose network: {why}</source>
        <translation>Estos no son los pesos de una red de poses: {why}</translation>
    </message>
    <message>
        <source>These poses are of format version {version}, and this program reads {known}</source>
        <translation>Estas poses son de la versión {version} del formato, y este programa lee la {known}</translation>
    </message>
    <message>
        <source>These weights are for finding poses, not for painting pictures</source>
        <translation>Estos pesos son para encontrar poses, no para pintar imágenes</translation>
    </message>
    <message>
        <source>These weights are for painting pictures, not for finding poses</source>
        <translation>Estos pesos son para pintar imágenes, no para encontrar poses</translation>
    </message>
    <message>
        <source>These weights are not on this machine</source>
        <translation>Estos pesos no están en este ordenador</translation>
    </message>
    <message>
        <source>These weights are not the ones that this batch was begun with</source>
        <translation>Estos pesos no son los mismos con los que se empezó este lote</translation>
    </message>
    <message>
        <source>These weights belong to no network that Repose Studio has</source>
        <translation>Estos pesos no son de ninguna red que tenga Repose Studio</translation>
    </message>
    <message>
        <source>These weights come in the box, but are missing from it</source>
        <translation>Estos pesos vienen con el programa, pero faltan en él</translation>
    </message>
    <message>
        <source>They have no lasting address to be fetched from: {page} describes how to get the file, and `repose weights import FILE` brings it in.</source>
        <translation>No tienen ninguna dirección estable de donde descargarlos: {page} explica cómo obtener el archivo, y `repose weights import FILE` lo incorpora.</translation>
    </message>
    <message>
        <source>This batch is of version {version} of the format</source>
        <translation>Este lote es de la versión {version} del formato</translation>
    </message>
    <message>
        <source>This computer has no CUDA device</source>
        <translation>Este ordenador no tiene ningún dispositivo CUDA</translation>
    </message>
    <message>
        <source>This computer has no Metal device (mps)</source>
        <translation>Este ordenador no tiene ningún dispositivo Metal (mps)</translation>
    </message>
    <message>
        <source>This estimator has no person mask</source>
        <translation>Este estimador no tiene máscara de la persona</translation>
    </message>
    <message>
        <source>This is JSON, but it has no `people`</source>
        <translation>Es JSON, pero no tiene `people`</translation>
    </message>
    <message>
        <source>This is JSON, but not a pose file</source>
        <translation>Es JSON, pero no un archivo de poses</translation>
    </message>
    <message>
        <source>This is a HEIC photo, which cannot be read</source>
        <translation>Es una foto HEIC, que no se puede leer</translation>
    </message>
    <message>
        <source>This is a PDF document, not a picture</source>
        <translation>Es un documento PDF, no una imagen</translation>
    </message>
    <message>
        <source>This is a drawing or a web page, not a photo</source>
        <translation>Es un dibujo o una página web, no una foto</translation>
    </message>
    <message>
        <source>This is a folder, not a file</source>
        <translation>Es una carpeta, no un archivo</translation>
    </message>
    <message>
        <source>This is a folder, not a picture</source>
        <translation>Es una carpeta, no una imagen</translation>
    </message>
    <message>
        <source>This is a folder, not a pose file</source>
        <translation>Es una carpeta, no un archivo de poses</translation>
    </message>
    <message>
        <source>This is a folder, not a weights file</source>
        <translation>Es una carpeta, no un archivo de pesos</translation>
    </message>
    <message>
        <source>This is a video, not a picture</source>
        <translation>Es un vídeo, no una imagen</translation>
    </message>
    <message>
        <source>This is a web page, not a weights file</source>
        <translation>Es una página web, no un archivo de pesos</translation>
    </message>
    <message>
        <source>This is an AVIF picture, which cannot be read</source>
        <translation>Es una imagen AVIF, que no se puede leer</translation>
    </message>
    <message>
        <source>This is no kind of annotations that can be read</source>
        <translation>No es ningún tipo de anotaciones que se pueda leer</translation>
    </message>
    <message>
        <source>This is no weights file: neither safetensors nor PyTorch</source>
        <translation>No es un archivo de pesos: ni safetensors ni PyTorch</translation>
    </message>
    <message>
        <source>This is not COCO keypoints JSON: it has no list `annotations`</source>
        <translation>No es JSON de puntos clave COCO: no tiene ninguna lista `annotations`</translation>
    </message>
    <message>
        <source>This is not COCO keypoints JSON: it looks like OpenPose</source>
        <translation>No es JSON de puntos clave COCO: parece OpenPose</translation>
    </message>
    <message>
        <source>This is not JSON that can be read (a number or a nesting without end)</source>
        <translation>No es JSON que se pueda leer (un número o un anidamiento sin fin)</translation>
    </message>
    <message>
        <source>This is not a file</source>
        <translation>No es un archivo</translation>
    </message>
    <message>
        <source>This is not a file of shared poses</source>
        <translation>No es un archivo de poses compartidas</translation>
    </message>
    <message>
        <source>This is not a review</source>
        <translation>No es una revisión</translation>
    </message>
    <message>
        <source>This is not an evaluation of generators</source>
        <translation>No es una evaluación de generadores</translation>
    </message>
    <message>
        <source>This is not valid JSON ({why}, line {line}, column {column})</source>
        <translation>No es JSON válido ({why}, línea {line}, columna {column})</translation>
    </message>
    <message>
        <source>This looks like COCO keypoints, not like OpenPose JSON</source>
        <translation>Parecen puntos clave COCO, no JSON de OpenPose</translation>
    </message>
    <message>
        <source>This looks like JSON, not like a picture</source>
        <translation>Parece JSON, no una imagen</translation>
    </message>
    <message>
        <source>Too little of a person shows to frame</source>
        <translation>Se ve demasiado poco de una persona para encuadrarla</translation>
    </message>
    <message>
        <source>Try `repose weights fetch {name}` again later; or get the file in another way and bring it in with `repose weights import FILE`.</source>
        <translation>Vuelva a probar `repose weights fetch {name}` más tarde, u obtenga el archivo de otra manera e incorpórelo con `repose weights import FILE`.</translation>
    </message>
    <message>
        <source>Try again in a moment.</source>
        <translation>Vuelva a intentarlo dentro de un momento.</translation>
    </message>
    <message>
        <source>Two cards have the same key</source>
        <translation>Dos fichas tienen la misma clave</translation>
    </message>
    <message>
        <source>Two images have the id {key}</source>
        <translation>Dos imágenes tienen el id {key}</translation>
    </message>
    <message>
        <source>Two photos are called {name}</source>
        <translation>Dos fotos se llaman {name}</translation>
    </message>
    <message>
        <source>Two photos would have the file {name}</source>
        <translation>Dos fotos tendrían el archivo {name}</translation>
    </message>
    <message>
        <source>Update Repose Studio to go on with it.</source>
        <translation>Actualice Repose Studio para continuarlo.</translation>
    </message>
    <message>
        <source>Update Repose Studio to open it.</source>
        <translation>Actualice Repose Studio para abrirlo.</translation>
    </message>
    <message>
        <source>Update Repose Studio to read it.</source>
        <translation>Actualice Repose Studio para leerlo.</translation>
    </message>
    <message>
        <source>Use a photo that shows at least head and shoulders, or set the joints by hand.</source>
        <translation>Use una foto que muestre al menos la cabeza y los hombros, o ponga las articulaciones a mano.</translation>
    </message>
    <message>
        <source>Use a photo that shows the upper body.</source>
        <translation>Use una foto que muestre la parte superior del cuerpo.</translation>
    </message>
    <message>
        <source>Use the embedded estimator for the mask.</source>
        <translation>Use el estimador incorporado para la máscara.</translation>
    </message>
    <message>
        <source>Use {endings}.</source>
        <translation>Use {endings}.</translation>
    </message>
    <message>
        <source>VGG-19 has no layer &apos;{name}&apos;</source>
        <translation>VGG-19 no tiene ninguna capa «{name}»</translation>
    </message>
    <message>
        <source>Wait for it, or choose another folder.</source>
        <translation>Espere a que termine o elija otra carpeta.</translation>
    </message>
    <message>
        <source>Wait for it, or stop it. If it is long gone, delete {file} there.</source>
        <translation>Espere a que termine o deténgalo. Si hace tiempo que ya no está, borre allí {file}.</translation>
    </message>
    <message>
        <source>Wait for its first, or train on.</source>
        <translation>Espere el primero o siga entrenando.</translation>
    </message>
    <message>
        <source>What can be read of it can be rescued into a new file; this one stays as it is.</source>
        <translation>Lo que se pueda leer de él se puede rescatar en un archivo nuevo; este se queda como está.</translation>
    </message>
    <message>
        <source>What the picture says of how it was made is damaged</source>
        <translation>Lo que la imagen dice de cómo se hizo está dañado</translation>
    </message>
    <message>
        <source>What was begun here cannot be read ({problem})</source>
        <translation>Lo que se empezó aquí no se puede leer ({problem})</translation>
    </message>
    <message>
        <source>Without framing it is not known where the person is, so there is no background to keep</source>
        <translation>Sin encuadre no se sabe dónde está la persona, así que no hay fondo que conservar</translation>
    </message>
    <message>
        <source>Without framing the photo must be 176 x 256 pixels, and this one is {width} x {height}</source>
        <translation>Sin encuadre la foto debe ser de 176 x 256 píxeles, y esta es de {width} x {height}</translation>
    </message>
    <message>
        <source>Write it as {expected}.</source>
        <translation>Escríbala como {expected}.</translation>
    </message>
    <message>
        <source>Writing annotations</source>
        <translation>Escribiendo anotaciones</translation>
    </message>
    <message>
        <source>Writing failed ({why})</source>
        <translation>No se ha podido escribir ({why})</translation>
    </message>
    <message>
        <source>Writing them down</source>
        <translation>Anotándolas</translation>
    </message>
    <message>
        <source>Written</source>
        <translation>Escrito</translation>
    </message>
    <message>
        <source>`accepted` is neither true nor false</source>
        <translation>`accepted` no es ni true ni false</translation>
    </message>
    <message>
        <source>`groups` are not words by kind</source>
        <translation>`groups` no son palabras por tipo</translation>
    </message>
    <message>
        <source>`people` is not a list</source>
        <translation>`people` no es una lista</translation>
    </message>
    <message>
        <source>`repose weights fetch {name}` brings them.</source>
        <translation>`repose weights fetch {name}` los descarga.</translation>
    </message>
    <message>
        <source>`repose weights import FILE` brings them in from a file.</source>
        <translation>`repose weights import FILE` los incorpora de un archivo.</translation>
    </message>
    <message>
        <source>`repose weights list` shows what there is.</source>
        <translation>`repose weights list` muestra lo que hay.</translation>
    </message>
    <message>
        <source>`repose weights list` shows which are for what.</source>
        <translation>`repose weights list` muestra cuáles son para qué.</translation>
    </message>
    <message>
        <source>`repose weights list` shows which files are for what.</source>
        <translation>`repose weights list` muestra qué archivos son para qué.</translation>
    </message>
    <message>
        <source>`repose-train evaluate --help` lists the suites; without --figures all are taken.</source>
        <translation>`repose-train evaluate --help` lista los juegos de pruebas; sin --figures se toman todas.</translation>
    </message>
    <message>
        <source>`{key}` is missing</source>
        <translation>falta `{key}`</translation>
    </message>
    <message>
        <source>a colon is missing</source>
        <translation>falta un signo de dos puntos</translation>
    </message>
    <message>
        <source>a comma is missing</source>
        <translation>falta una coma</translation>
    </message>
    <message>
        <source>a distance to the training set needs {count} pairs or poses at least</source>
        <translation>una distancia al conjunto de entrenamiento necesita al menos {count} parejas o poses</translation>
    </message>
    <message>
        <source>a name in double quotes is missing</source>
        <translation>falta un nombre entre comillas dobles</translation>
    </message>
    <message>
        <source>a name stands in it twice</source>
        <translation>hay un nombre dos veces</translation>
    </message>
    <message>
        <source>a part of the path is a file</source>
        <translation>una parte de la ruta es un archivo</translation>
    </message>
    <message>
        <source>a photo&apos;s person in another person&apos;s pose</source>
        <translation>la persona de una foto en la pose de otra persona</translation>
    </message>
    <message>
        <source>a photo&apos;s person in the gallery&apos;s poses</source>
        <translation>la persona de una foto en las poses de la galería</translation>
    </message>
    <message>
        <source>a photo&apos;s person in the pose that the photo has</source>
        <translation>la persona de una foto en la pose que tiene la foto</translation>
    </message>
    <message>
        <source>a row in it is not an object</source>
        <translation>una de sus filas no es un objeto</translation>
    </message>
    <message>
        <source>a row in it is not complete or not possible ({why})</source>
        <translation>una de sus filas no está completa o no es posible ({why})</translation>
    </message>
    <message>
        <source>a text has a character that it may not have</source>
        <translation>un texto tiene un carácter que no puede tener</translation>
    </message>
    <message>
        <source>a text has no end</source>
        <translation>un texto no tiene final</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>falta un valor</translation>
    </message>
    <message>
        <source>an entry is of a wrong kind</source>
        <translation>una entrada es de un tipo incorrecto</translation>
    </message>
    <message>
        <source>annotation {number}</source>
        <translation>anotación {number}</translation>
    </message>
    <message>
        <source>another program</source>
        <translation>otro programa</translation>
    </message>
    <message>
        <source>as PCKh, but the whole person&apos;s left and right may be exchanged: tells a person seen from the wrong side from one in the wrong pose</source>
        <translation>como PCKh, pero la izquierda y la derecha de toda la persona pueden intercambiarse: distingue a una persona vista por el lado equivocado de una en la pose equivocada</translation>
    </message>
    <message>
        <source>card {number}</source>
        <translation>ficha {number}</translation>
    </message>
    <message>
        <source>confidence</source>
        <translation>confianza</translation>
    </message>
    <message>
        <source>each photo moved limb by limb into a random pose, as the condition picture, and asked for in its own</source>
        <translation>cada foto movida extremidad por extremidad a una pose al azar, como imagen de condición, y pedida en la suya</translation>
    </message>
    <message>
        <source>gradient energy (squared differences of brightness) inside the person over the real photo&apos;s; 1 is as sharp as the photo</source>
        <translation>energía del gradiente (diferencias de luminosidad al cuadrado) dentro de la persona dividida por la de la foto real; 1 es tan nítida como la foto</translation>
    </message>
    <message>
        <source>height and width must be multiples of 4 from 8 on, not {size}</source>
        <translation>altura y anchura deben ser múltiplos de 4 a partir de 8, no {size}</translation>
    </message>
    <message>
        <source>image {number}</source>
        <translation>imagen {number}</translation>
    </message>
    <message>
        <source>intersection over union of the person mask, mean over photos</source>
        <translation>intersección sobre unión de la máscara de la persona, media sobre las fotos</translation>
    </message>
    <message>
        <source>it cannot be read</source>
        <translation>no se puede leer</translation>
    </message>
    <message>
        <source>it does not have 18 joints</source>
        <translation>no tiene 18 articulaciones</translation>
    </message>
    <message>
        <source>it has no image path or no pose path</source>
        <translation>no tiene camino de imagen o no tiene camino de pose</translation>
    </message>
    <message>
        <source>it has no joint</source>
        <translation>no tiene ninguna articulación</translation>
    </message>
    <message>
        <source>it has no list &quot;weights&quot;</source>
        <translation>no tiene ninguna lista &quot;weights&quot;</translation>
    </message>
    <message>
        <source>it holds {count} tensors too many, {name} first</source>
        <translation>contiene {count} tensores de más, el primero {name}</translation>
    </message>
    <message>
        <source>it is a folder</source>
        <translation>es una carpeta</translation>
    </message>
    <message>
        <source>it is not JSON</source>
        <translation>no es JSON</translation>
    </message>
    <message>
        <source>it is of version {version!r}, not {known}</source>
        <translation>es de la versión {version!r}, no {known}</translation>
    </message>
    <message>
        <source>it takes {taken} and gives {given} channels</source>
        <translation>toma {taken} canales y da {given}</translation>
    </message>
    <message>
        <source>its attention blocks are not numbered from 0</source>
        <translation>sus bloques de atención no están numerados desde el 0</translation>
    </message>
    <message>
        <source>its beginning is not that of a project</source>
        <translation>su comienzo no es el de un proyecto</translation>
    </message>
    <message>
        <source>its header does not describe one ({why})</source>
        <translation>su cabecera no describe ninguna ({why})</translation>
    </message>
    <message>
        <source>its header says {format!r}</source>
        <translation>su cabecera dice {format!r}</translation>
    </message>
    <message>
        <source>its header&apos;s calibration is damaged ({why})</source>
        <translation>la calibración de su cabecera está dañada ({why})</translation>
    </message>
    <message>
        <source>its links lead in a circle</source>
        <translation>sus enlaces forman un círculo</translation>
    </message>
    <message>
        <source>its parts do not fit together</source>
        <translation>sus partes no encajan</translation>
    </message>
    <message>
        <source>joint {number} has no place in a picture</source>
        <translation>la articulación {number} no tiene lugar en ninguna imagen</translation>
    </message>
    <message>
        <source>mean absolute difference of RGB in [-1, 1] over the whole picture</source>
        <translation>diferencia absoluta media de RGB en [-1, 1] sobre toda la imagen</translation>
    </message>
    <message>
        <source>mean of that colour difference over the body parts</source>
        <translation>media de esa diferencia de color sobre las partes del cuerpo</translation>
    </message>
    <message>
        <source>nothing says how long the training is: give loop.steps, or epochs</source>
        <translation>nada dice cuánto dura el entrenamiento: dé loop.steps o epochs</translation>
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
        <translation>imágenes</translation>
    </message>
    <message>
        <source>process {number} on {computer}</source>
        <translation>proceso {number} en {computer}</translation>
    </message>
    <message>
        <source>process {number} on {computer}, since {since} UTC</source>
        <translation>proceso {number} en {computer}, desde {since} UTC</translation>
    </message>
    <message>
        <source>rating {number}</source>
        <translation>valoración {number}</translation>
    </message>
    <message>
        <source>ratings</source>
        <translation>valoraciones</translation>
    </message>
    <message>
        <source>rendered people in two poses and views: the second is asked for</source>
        <translation>personas renderizadas en dos poses y vistas: se pide la segunda</translation>
    </message>
    <message>
        <source>share of body parts (head, torso, halves of arms and legs) whose mean colour is within 10 of the condition picture&apos;s, as CIE 1976 colour difference in Lab</source>
        <translation>parte de las partes del cuerpo (cabeza, torso, mitades de brazos y piernas) cuyo color medio está a menos de 10 del de la imagen de condición, como diferencia de color CIE 1976 en Lab</translation>
    </message>
    <message>
        <source>share of photos in which all labelled joints are within 5 %</source>
        <translation>parte de las fotos en las que todas las articulaciones etiquetadas están a menos del 5 %</translation>
    </message>
    <message>
        <source>share of photos in which as many people are found as were put into them</source>
        <translation>parte de las fotos en las que se encuentran tantas personas como se pusieron</translation>
    </message>
    <message>
        <source>share of photos in which more than half of those joints are swapped: a back taken for a front</source>
        <translation>parte de las fotos en las que más de la mitad de esas articulaciones están intercambiadas: una espalda tomada por un frente</translation>
    </message>
    <message>
        <source>share of photos in which the joints found show the person from the side that the labels say; of rendered people the camera&apos;s: three-quarter views may count as front or side</source>
        <translation>parte de las fotos en las que las articulaciones halladas muestran a la persona por el lado que dicen las etiquetas; en las renderizadas, por el de la cámara: las vistas de tres cuartos pueden contar como frente o lado</translation>
    </message>
    <message>
        <source>share of pictures in which it finds exactly one person: less means stray limbs</source>
        <translation>parte de las imágenes en las que encuentra exactamente una persona: menos significa extremidades sueltas</translation>
    </message>
    <message>
        <source>share of pictures in which the pose estimator finds a person</source>
        <translation>parte de las imágenes en las que el estimador de poses encuentra una persona</translation>
    </message>
    <message>
        <source>share of the joints found that lie within 5 % of another person&apos;s joint of the kind, left or right, and not near their own (of people over 10 % apart there)</source>
        <translation>parte de las articulaciones halladas que están a menos del 5 % de una articulación del mismo tipo de otra persona, derecha o izquierda, y no cerca de la propia (en personas separadas más del 10 % allí)</translation>
    </message>
    <message>
        <source>share of the joints that the labels show which are found within 5 % of the person&apos;s height</source>
        <translation>parte de las articulaciones que muestran las etiquetas que se encuentran a menos del 5 % de la altura de la persona</translation>
    </message>
    <message>
        <source>share of the joints which by their labels do not show that are reported all the same</source>
        <translation>parte de las articulaciones que según las etiquetas no se ven y que aun así se dan</translation>
    </message>
    <message>
        <source>share of the joints which by their labels do not show that are reported over 5 % of the person&apos;s height away from where even those labels have them</source>
        <translation>parte de las articulaciones que según las etiquetas no se ven y que se dan a más del 5 % de la altura de la persona de donde las tienen incluso esas etiquetas</translation>
    </message>
    <message>
        <source>share of the joints with a left and a right that are put within 5 % of the other side&apos;s label (labels over 10 % apart)</source>
        <translation>parte de las articulaciones con izquierda y derecha que se ponen a menos del 5 % de la etiqueta del otro lado (etiquetas separadas más del 10 %)</translation>
    </message>
    <message>
        <source>share of the target pose&apos;s visible joints that the pose estimator finds again within half a head (a head is 0.13 of the body&apos;s height); a joint that it does not find is wrong</source>
        <translation>parte de las articulaciones visibles de la pose objetivo que el estimador de poses vuelve a encontrar a menos de media cabeza (una cabeza es 0,13 de la altura del cuerpo); una articulación que no encuentra es errónea</translation>
    </message>
    <message>
        <source>skeletons</source>
        <translation>esqueletos</translation>
    </message>
    <message>
        <source>steps of the undo history</source>
        <translation>pasos del historial de deshacer</translation>
    </message>
    <message>
        <source>the canvas is not a height and a width</source>
        <translation>el lienzo no es una altura y una anchura</translation>
    </message>
    <message>
        <source>the connection broke off</source>
        <translation>la conexión se ha cortado</translation>
    </message>
    <message>
        <source>the disk does not answer</source>
        <translation>el disco no responde</translation>
    </message>
    <message>
        <source>the disk is full</source>
        <translation>el disco está lleno</translation>
    </message>
    <message>
        <source>the drive is gone</source>
        <translation>la unidad ya no está</translation>
    </message>
    <message>
        <source>the name is too long</source>
        <translation>el nombre es demasiado largo</translation>
    </message>
    <message>
        <source>the network drive does not answer</source>
        <translation>la unidad de red no responde</translation>
    </message>
    <message>
        <source>the network drive has lost it</source>
        <translation>la unidad de red lo ha perdido</translation>
    </message>
    <message>
        <source>the same over the joints that had to move by more than half a head from where the condition picture has them</source>
        <translation>lo mismo sobre las articulaciones que tenían que moverse más de media cabeza desde donde las tiene la imagen de condición</translation>
    </message>
    <message>
        <source>the same over the person&apos;s pixels alone</source>
        <translation>lo mismo solo sobre los píxeles de la persona</translation>
    </message>
    <message>
        <source>the same within 2.5 % of the person&apos;s height</source>
        <translation>lo mismo a menos del 2,5 % de la altura de la persona</translation>
    </message>
    <message>
        <source>the server answered {status} for {address}</source>
        <translation>el servidor ha respondido {status} para {address}</translation>
    </message>
    <message>
        <source>the server does not answer</source>
        <translation>el servidor no responde</translation>
    </message>
    <message>
        <source>the server sends more than the {size} bytes of the file</source>
        <translation>el servidor envía más de los {size} bytes del archivo</translation>
    </message>
    <message>
        <source>there is more after its end</source>
        <translation>hay más texto después del final</translation>
    </message>
    <message>
        <source>there is no permission</source>
        <translation>no hay permiso</translation>
    </message>
    <message>
        <source>there is no setting called {key}; there are {known}</source>
        <translation>no hay ningún ajuste que se llame {key}; hay {known}</translation>
    </message>
    <message>
        <source>there is no such file</source>
        <translation>no existe este archivo</translation>
    </message>
    <message>
        <source>title and tags are not texts</source>
        <translation>el título y las etiquetas no son textos</translation>
    </message>
    <message>
        <source>too many files are open</source>
        <translation>hay demasiados archivos abiertos</translation>
    </message>
    <message>
        <source>two photos of one person: the first as the condition picture, the second&apos;s pose as the target</source>
        <translation>dos fotos de una persona: la primera como imagen de condición, la pose de la segunda como objetivo</translation>
    </message>
    <message>
        <source>v is {number:g}, not 0, 1 or 2</source>
        <translation>v es {number:g}, no 0, 1 ni 2</translation>
    </message>
    <message>
        <source>what the server sent has another sha256 and was deleted</source>
        <translation>lo que ha enviado el servidor tiene otro sha256 y se ha borrado</translation>
    </message>
    <message>
        <source>{address} could not be fetched ({problem}); put the file into {folder}</source>
        <translation>{address} no se ha podido descargar ({problem}); ponga el archivo en {folder}</translation>
    </message>
    <message>
        <source>{card} is of {model} in one review and of {other} in another</source>
        <translation>{card} es de {model} en una revisión y de {other} en otra</translation>
    </message>
    <message>
        <source>{count:,} {things}</source>
        <translation>{count} {things}</translation>
    </message>
    <message>
        <source>{count} numbers are not triples of x, y and confidence</source>
        <translation>{count} números no son ternas de x, y y confianza</translation>
    </message>
    <message>
        <source>{count} pictures a step cannot be shared out evenly to {size} processes</source>
        <translation>{count} imágenes por paso no se pueden repartir por igual entre {size} procesos</translation>
    </message>
    <message>
        <source>{file} was not fetched: {why}</source>
        <translation>{file} no se ha descargado: {why}</translation>
    </message>
    <message>
        <source>{file}, line {line}</source>
        <translation>{file}, línea {line}</translation>
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
        <translation>{key} debe ser una lista, no {value!r}</translation>
    </message>
    <message>
        <source>{key} must be of the kind {kind}, not {value!r}</source>
        <translation>{key} debe ser del tipo {kind}, no {value!r}</translation>
    </message>
    <message>
        <source>{missing} of its {count} tensors are missing, {name} first</source>
        <translation>faltan {missing} de sus {count} tensores, el primero {name}</translation>
    </message>
    <message>
        <source>{name} in it is {value!r}</source>
        <translation>{name} es {value!r}</translation>
    </message>
    <message>
        <source>{name} is not in {folder}; `{command}` brings it where there is a network ({address})</source>
        <translation>{name} no está en {folder}; `{command}` lo trae donde haya red ({address})</translation>
    </message>
    <message>
        <source>{name} is {shape}, not {wanted}</source>
        <translation>{name} es {shape}, no {wanted}</translation>
    </message>
    <message>
        <source>{name} must be {choices}, not {given!r}</source>
        <translation>{name} debe ser {choices}, no {given!r}</translation>
    </message>
    <message>
        <source>{name} stands in it twice, with different keypoints</source>
        <translation>{name} está dos veces, con puntos clave distintos</translation>
    </message>
    <message>
        <source>{name} stands in the file twice, with different keypoints</source>
        <translation>{name} está en el archivo dos veces, con puntos clave distintos</translation>
    </message>
    <message>
        <source>{network} has no layer &apos;{name}&apos;</source>
        <translation>{network} no tiene ninguna capa «{name}»</translation>
    </message>
    <message>
        <source>{page} says why; --pairs-from-singles needs no second picture of a person.</source>
        <translation>{page} dice por qué; con --pairs-from-singles no hace falta una segunda imagen de una persona.</translation>
    </message>
    <message>
        <source>{path} does not hold a configuration</source>
        <translation>{path} no contiene ninguna configuración</translation>
    </message>
    <message>
        <source>{path} is damaged; take it away, and `{command}` brings it where there is a network</source>
        <translation>{path} está dañado; quítelo, y `{command}` lo trae donde haya red</translation>
    </message>
    <message>
        <source>{path} is not a readable configuration: {problem}</source>
        <translation>{path} no es una configuración que se pueda leer: {problem}</translation>
    </message>
    <message>
        <source>{path} is of format {version}, and this Repose Studio knows {known}</source>
        <translation>{path} es del formato {version}, y este Repose Studio conoce el {known}</translation>
    </message>
    <message>
        <source>{place}, {part}</source>
        <translation>{place}, {part}</translation>
    </message>
    <message>
        <source>{rate:g} pictures a second cannot be written</source>
        <translation>No se pueden escribir {rate:g} imágenes por segundo</translation>
    </message>
    <message>
        <source>{score} is no score from {least} to {most}</source>
        <translation>{score} no es una puntuación de {least} a {most}</translation>
    </message>
    <message>
        <source>{server} cannot be reached</source>
        <translation>no se puede llegar a {server}</translation>
    </message>
    <message>
        <source>{setting!r} is not of the form key=value</source>
        <translation>{setting!r} no tiene la forma clave=valor</translation>
    </message>
    <message>
        <source>{what} holds a negative number other than -1</source>
        <translation>{what} contiene un número negativo que no es -1</translation>
    </message>
    <message>
        <source>{what} holds no list of 18 numbers</source>
        <translation>{what} no contiene una lista de 18 números</translation>
    </message>
    <message>
        <source>{what} holds {count} numbers, not a list of 18</source>
        <translation>{what} contiene {count} números, no una lista de 18</translation>
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
        <translation>Cargando el generador</translation>
    </message>
    <message>
        <source>Loading the pose estimator</source>
        <translation>Cargando el estimador de poses</translation>
    </message>
    <message>
        <source>Models loaded</source>
        <translation>Modelos cargados</translation>
    </message>
    <message>
        <source>Reading the weights</source>
        <translation>Leyendo los pesos</translation>
    </message>
    <message>
        <source>The chosen model cannot be used, so {0} paints. {1}</source>
        <translation>El modelo elegido no se puede usar, así que pinta {0}. {1}</translation>
    </message>
</context>
<context>
    <name>Failures</name>
    <message>
        <source>Something unexpected went wrong ({0}: {1}). Please try again; if it comes back, report it.</source>
        <translation>Ha pasado algo inesperado ({0}: {1}). Vuelva a intentarlo; si se repite, comuníquelo.</translation>
    </message>
    <message>
        <source>There is not enough memory for this. Close other programs or use a smaller photo.</source>
        <translation>No hay memoria suficiente para esto. Cierre otros programas o use una foto más pequeña.</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>256 pixels high</source>
        <translation>256 píxeles de altura</translation>
    </message>
    <message>
        <source>L1, person</source>
        <translation>L1, persona</translation>
    </message>
    <message>
        <source>PCKh, either side</source>
        <translation>PCKh, cualquier lado</translation>
    </message>
    <message>
        <source>PCKh, moved</source>
        <translation>PCKh, movidas</translation>
    </message>
    <message>
        <source>SSIM, person</source>
        <translation>SSIM, persona</translation>
    </message>
    <message>
        <source>absent reported</source>
        <translation>ausentes dadas</translation>
    </message>
    <message>
        <source>absent, elsewhere</source>
        <translation>ausentes, en otro sitio</translation>
    </message>
    <message>
        <source>alone</source>
        <translation>sola</translation>
    </message>
    <message>
        <source>colour difference</source>
        <translation>diferencia de color</translation>
    </message>
    <message>
        <source>colours</source>
        <translation>colores</translation>
    </message>
    <message>
        <source>condition unchanged</source>
        <translation>condición sin cambios</translation>
    </message>
    <message>
        <source>cut at the knees</source>
        <translation>cortadas por las rodillas</translation>
    </message>
    <message>
        <source>cut at the waist</source>
        <translation>cortadas por la cintura</translation>
    </message>
    <message>
        <source>cut below the hips</source>
        <translation>cortadas bajo las caderas</translation>
    </message>
    <message>
        <source>every joint</source>
        <translation>todas las articulaciones</translation>
    </message>
    <message>
        <source>exchanged</source>
        <translation>cambiadas</translation>
    </message>
    <message>
        <source>facing right</source>
        <translation>orientación correcta</translation>
    </message>
    <message>
        <source>feature distance</source>
        <translation>distancia de características</translation>
    </message>
    <message>
        <source>found</source>
        <translation>encontrada</translation>
    </message>
    <message>
        <source>gallery</source>
        <translation>galería</translation>
    </message>
    <message>
        <source>mask IoU</source>
        <translation>IoU de la máscara</translation>
    </message>
    <message>
        <source>moved, holes left white</source>
        <translation>movida, con los huecos en blanco</translation>
    </message>
    <message>
        <source>moved, no network</source>
        <translation>movida, sin red</translation>
    </message>
    <message>
        <source>pairs</source>
        <translation>parejas</translation>
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
        <translation>renderizadas</translation>
    </message>
    <message>
        <source>right number</source>
        <translation>número correcto</translation>
    </message>
    <message>
        <source>same pose</source>
        <translation>misma pose</translation>
    </message>
    <message>
        <source>sharpness</source>
        <translation>nitidez</translation>
    </message>
    <message>
        <source>sides swapped</source>
        <translation>lados intercambiados</translation>
    </message>
    <message>
        <source>turned over</source>
        <translation>vueltas</translation>
    </message>
    <message>
        <source>whole photos</source>
        <translation>fotos enteras</translation>
    </message>
    <message>
        <source>within 2.5 %</source>
        <translation>dentro del 2,5 %</translation>
    </message>
    <message>
        <source>within 5 %</source>
        <translation>dentro del 5 %</translation>
    </message>
</context>
<context>
    <name>Filing</name>
    <message>
        <source>All files</source>
        <translation>Todos los archivos</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>Imagen JPEG</translation>
    </message>
    <message>
        <source>Open a pose file</source>
        <translation>Abrir un archivo de pose</translation>
    </message>
    <message>
        <source>Open photos</source>
        <translation>Abrir fotos</translation>
    </message>
    <message>
        <source>OpenPose JSON</source>
        <translation>JSON de OpenPose</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Imagen PNG</translation>
    </message>
    <message>
        <source>Paste a pose</source>
        <translation>Pegar una pose</translation>
    </message>
    <message>
        <source>Pasted pose</source>
        <translation>Pose pegada</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Picture copied</source>
        <translation>Imagen copiada</translation>
    </message>
    <message>
        <source>Pose copied</source>
        <translation>Pose copiada</translation>
    </message>
    <message>
        <source>Save the picture</source>
        <translation>Guardar la imagen</translation>
    </message>
    <message>
        <source>Save the target pose</source>
        <translation>Guardar la pose objetivo</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Se ha guardado {0}</translation>
    </message>
    <message>
        <source>Take the pose from a photo</source>
        <translation>Tomar la pose de una foto</translation>
    </message>
    <message>
        <source>WebP picture</source>
        <translation>Imagen WebP</translation>
    </message>
</context>
<context>
    <name>FilmColumn</name>
    <message>
        <source>No photo is in this state.</source>
        <translation>Ninguna foto está en este estado.</translation>
    </message>
</context>
<context>
    <name>FilmModel</name>
    <message>
        <source>being read</source>
        <translation>leyéndose</translation>
    </message>
    <message>
        <source>cannot be used: {0}</source>
        <translation>no se puede usar: {0}</translation>
    </message>
    <message>
        <source>demo person</source>
        <translation>persona de demostración</translation>
    </message>
    <message>
        <source>finding the skeleton</source>
        <translation>buscando el esqueleto</translation>
    </message>
    <message>
        <source>least sure joint {0}</source>
        <translation>articulación menos segura {0}</translation>
    </message>
    <message>
        <source>nobody found</source>
        <translation>no se encontró a nadie</translation>
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
        <translation>{0}: No hay ninguna foto en esta carpeta.</translation>
    </message>
</context>
<context>
    <name>Gallery</name>
    <message>
        <source>Delete</source>
        <translation>Eliminar</translation>
    </message>
    <message>
        <source>Move back</source>
        <translation>Mover hacia atrás</translation>
    </message>
    <message>
        <source>Move forward</source>
        <translation>Mover hacia delante</translation>
    </message>
    <message>
        <source>No pose matches. Clear the search or choose another tag.</source>
        <translation>Ninguna pose coincide. Borre la búsqueda o elija otra etiqueta.</translation>
    </message>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>Cambiar el nombre</translation>
    </message>
    <message>
        <source>Search poses</source>
        <translation>Buscar poses</translation>
    </message>
    <message>
        <source>Share…</source>
        <translation>Compartir…</translation>
    </message>
    <message>
        <source>Tags…</source>
        <translation>Etiquetas…</translation>
    </message>
    <message>
        <source>Take as target pose</source>
        <translation>Tomar como pose objetivo</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
</context>
<context>
    <name>InferenceService</name>
    <message>
        <source>Drawing the picture</source>
        <translation>Dibujando la imagen</translation>
    </message>
    <message>
        <source>Finding people</source>
        <translation>Buscando personas</translation>
    </message>
    <message>
        <source>Framing the person</source>
        <translation>Encuadrando a la persona</translation>
    </message>
    <message>
        <source>Loading another model</source>
        <translation>Cargando otro modelo</translation>
    </message>
    <message>
        <source>Loading the models</source>
        <translation>Cargando los modelos</translation>
    </message>
</context>
<context>
    <name>InsideFlow</name>
    <message>
        <source>Looked inside</source>
        <translation>Se ha mirado por dentro</translation>
    </message>
    <message>
        <source>Looking inside</source>
        <translation>Mirando por dentro</translation>
    </message>
    <message>
        <source>Press Transfer first: what shows here is how the picture is made.</source>
        <translation>Pulse antes Transferir: aquí se ve cómo se hace la imagen.</translation>
    </message>
</context>
<context>
    <name>InsideStrip</name>
    <message>
        <source>Block {0}</source>
        <translation>Bloque {0}</translation>
    </message>
    <message>
        <source>Blocks of the generator</source>
        <translation>Bloques del generador</translation>
    </message>
    <message>
        <source>Looking inside…</source>
        <translation>Mirando por dentro…</translation>
    </message>
    <message>
        <source>The picture is made in {0} steps. Where step {1} is bright it changed the picture, where dark it left it.</source>
        <translation>La imagen se hace en {0} pasos. Donde el paso {1} es claro cambió la imagen; donde es oscuro la dejó igual.</translation>
    </message>
</context>
<context>
    <name>JointBar</name>
    <message>
        <source>No joint selected</source>
        <translation>Sin selección</translation>
    </message>
    <message>
        <source>The joint is hidden behind something (2)</source>
        <translation>La articulación queda oculta detrás de algo (2)</translation>
    </message>
    <message>
        <source>The joint is missing (3)</source>
        <translation>La articulación falta (3)</translation>
    </message>
    <message>
        <source>The joint is visible (1)</source>
        <translation>La articulación es visible (1)</translation>
    </message>
    <message>
        <source>{0} joints</source>
        <translation>{0} articulaciones</translation>
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
        <translation>tobillo izq.</translation>
    </message>
    <message>
        <source>l. ear</source>
        <translation>oreja izq.</translation>
    </message>
    <message>
        <source>l. elbow</source>
        <translation>codo izq.</translation>
    </message>
    <message>
        <source>l. eye</source>
        <translation>ojo izq.</translation>
    </message>
    <message>
        <source>l. hip</source>
        <translation>cadera izq.</translation>
    </message>
    <message>
        <source>l. knee</source>
        <translation>rodilla izq.</translation>
    </message>
    <message>
        <source>l. shoulder</source>
        <translation>hombro izq.</translation>
    </message>
    <message>
        <source>l. wrist</source>
        <translation>muñeca izq.</translation>
    </message>
    <message>
        <source>left ankle</source>
        <translation>tobillo izquierdo</translation>
    </message>
    <message>
        <source>left ear</source>
        <translation>oreja izquierda</translation>
    </message>
    <message>
        <source>left elbow</source>
        <translation>codo izquierdo</translation>
    </message>
    <message>
        <source>left eye</source>
        <translation>ojo izquierdo</translation>
    </message>
    <message>
        <source>left hip</source>
        <translation>cadera izquierda</translation>
    </message>
    <message>
        <source>left knee</source>
        <translation>rodilla izquierda</translation>
    </message>
    <message>
        <source>left shoulder</source>
        <translation>hombro izquierdo</translation>
    </message>
    <message>
        <source>left wrist</source>
        <translation>muñeca izquierda</translation>
    </message>
    <message>
        <source>missing</source>
        <translation>ausente</translation>
    </message>
    <message>
        <source>neck</source>
        <translation>cuello</translation>
    </message>
    <message>
        <source>nose</source>
        <translation>nariz</translation>
    </message>
    <message>
        <source>r. ankle</source>
        <translation>tobillo der.</translation>
    </message>
    <message>
        <source>r. ear</source>
        <translation>oreja der.</translation>
    </message>
    <message>
        <source>r. elbow</source>
        <translation>codo der.</translation>
    </message>
    <message>
        <source>r. eye</source>
        <translation>ojo der.</translation>
    </message>
    <message>
        <source>r. hip</source>
        <translation>cadera der.</translation>
    </message>
    <message>
        <source>r. knee</source>
        <translation>rodilla der.</translation>
    </message>
    <message>
        <source>r. shoulder</source>
        <translation>hombro der.</translation>
    </message>
    <message>
        <source>r. wrist</source>
        <translation>muñeca der.</translation>
    </message>
    <message>
        <source>right ankle</source>
        <translation>tobillo derecho</translation>
    </message>
    <message>
        <source>right ear</source>
        <translation>oreja derecha</translation>
    </message>
    <message>
        <source>right elbow</source>
        <translation>codo derecho</translation>
    </message>
    <message>
        <source>right eye</source>
        <translation>ojo derecho</translation>
    </message>
    <message>
        <source>right hip</source>
        <translation>cadera derecha</translation>
    </message>
    <message>
        <source>right knee</source>
        <translation>rodilla derecha</translation>
    </message>
    <message>
        <source>right shoulder</source>
        <translation>hombro derecho</translation>
    </message>
    <message>
        <source>right wrist</source>
        <translation>muñeca derecha</translation>
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
        <translation>Lo seguro que estaba el estimador, de 0 a 1; 1 si la colocó una persona</translation>
    </message>
    <message>
        <source>Joint</source>
        <translation>Articulación</translation>
    </message>
    <message>
        <source>Move the {0}</source>
        <translation>Mover: {0}</translation>
    </message>
    <message>
        <source>Pixels from the left</source>
        <translation>Píxeles desde la izquierda</translation>
    </message>
    <message>
        <source>Pixels from the top</source>
        <translation>Píxeles desde arriba</translation>
    </message>
    <message>
        <source>Set the {0} to {1}</source>
        <translation>Marcar {0} como {1}</translation>
    </message>
    <message>
        <source>The joint; left and right are the person&apos;s own</source>
        <translation>La articulación; derecha e izquierda son las de la propia persona</translation>
    </message>
    <message>
        <source>Visible, hidden behind something, or missing</source>
        <translation>Visible, oculta detrás de algo, o ausente</translation>
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
        <translation>Articulaciones del esqueleto</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Target pose</source>
        <translation>Pose objetivo</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Draw</source>
        <translation>Dibujar</translation>
    </message>
    <message>
        <source>From a photo</source>
        <translation>De una foto</translation>
    </message>
    <message>
        <source>Joints</source>
        <translation>Puntos</translation>
    </message>
    <message>
        <source>Poses</source>
        <translation>Poses</translation>
    </message>
    <message>
        <source>Poses and joints</source>
        <translation>Poses y articulaciones</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisar</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Entrenar</translation>
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
        <translation>Flechas</translation>
    </message>
    <message>
        <source>Backspace takes one joint back, Tab marks it missing, Esc ends</source>
        <translation>Retroceso deshace una articulación, Tab la marca como ausente, Esc termina</translation>
    </message>
    <message>
        <source>Ctrl + click joints</source>
        <translation>Ctrl + clic en articulaciones</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doble clic</translation>
    </message>
    <message>
        <source>Drag a joint</source>
        <translation>Arrastrar una articulación</translation>
    </message>
    <message>
        <source>Drag a limb</source>
        <translation>Arrastrar un segmento</translation>
    </message>
    <message>
        <source>M, B</source>
        <translation>M, B</translation>
    </message>
    <message>
        <source>On the skeleton and the picture</source>
        <translation>Sobre el esqueleto y la imagen</translation>
    </message>
    <message>
        <source>Search commands</source>
        <translation>Buscar comandos</translation>
    </message>
    <message>
        <source>Tab, Shift+Tab</source>
        <translation>Tab, Mayús+Tab</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Herramientas</translation>
    </message>
    <message>
        <source>Wheel, Space + drag</source>
        <translation>Rueda, espacio + arrastrar</translation>
    </message>
    <message>
        <source>While drawing</source>
        <translation>Al dibujar</translation>
    </message>
    <message>
        <source>mirror the skeleton; scale and turn it with a box</source>
        <translation>refleja el esqueleto; lo escala y lo gira con una caja</translation>
    </message>
    <message>
        <source>move the selected joints by 1 pixel, with Shift by 10</source>
        <translation>mueven las articulaciones seleccionadas 1 píxel; con Mayús, 10</translation>
    </message>
    <message>
        <source>moves both ends; with Ctrl its far part turns; with Alt the whole skeleton moves</source>
        <translation>mueve ambos extremos; con Ctrl gira la parte lejana; con Alt se mueve el esqueleto entero</translation>
    </message>
    <message>
        <source>moves it; with Shift elbow or knee follow a wrist or ankle, bone lengths kept</source>
        <translation>la mueve; con Mayús el codo o la rodilla siguen a la muñeca o el tobillo, con la longitud de los huesos intacta</translation>
    </message>
    <message>
        <source>next and previous joint</source>
        <translation>articulación siguiente y anterior</translation>
    </message>
    <message>
        <source>on a joint zooms to it, elsewhere fits the picture</source>
        <translation>sobre una articulación la amplía; en otro lugar ajusta la imagen</translation>
    </message>
    <message>
        <source>selects several; Shift + drag on nothing selects with a band</source>
        <translation>selecciona varias; Mayús + arrastrar sobre el vacío selecciona con un marco</translation>
    </message>
    <message>
        <source>the selected joint is visible, hidden, missing</source>
        <translation>la articulación seleccionada es visible, oculta o ausente</translation>
    </message>
    <message>
        <source>zoom round the pointer, move the picture</source>
        <translation>amplían alrededor del puntero, mueven la imagen</translation>
    </message>
</context>
<context>
    <name>MessageStrip</name>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
</context>
<context>
    <name>MissingPhotos</name>
    <message>
        <source>Found again where they are now: {0}.</source>
        <translation>Encontradas de nuevo donde están ahora: {0}.</translation>
    </message>
    <message>
        <source>Photos that are not where they were: {0}.</source>
        <translation>Fotos que no están donde estaban: {0}.</translation>
    </message>
    <message>
        <source>Photos whose files changed since they were read: {0}.</source>
        <translation>Fotos cuyo archivo ha cambiado desde que se leyeron: {0}.</translation>
    </message>
    <message>
        <source>Where are the photos now?</source>
        <translation>¿Dónde están ahora las fotos?</translation>
    </message>
    <message>
        <source>{0} and {1} more</source>
        <translation>{0} y {1} más</translation>
    </message>
</context>
<context>
    <name>MissingStrip</name>
    <message>
        <source>All 18 joints are placed</source>
        <translation>Están las 18 articulaciones</translation>
    </message>
    <message>
        <source>Missing joints</source>
        <translation>Articulaciones ausentes</translation>
    </message>
    <message>
        <source>Missing:</source>
        <translation>Faltan:</translation>
    </message>
    <message>
        <source>More missing joints</source>
        <translation>Más articulaciones ausentes</translation>
    </message>
    <message>
        <source>No skeleton yet</source>
        <translation>Aún no hay esqueleto</translation>
    </message>
</context>
<context>
    <name>ModelFlow</name>
    <message>
        <source>The model was not changed: {0}</source>
        <translation>No se ha cambiado el modelo: {0}</translation>
    </message>
    <message>
        <source>{0} paints from now on</source>
        <translation>A partir de ahora pinta {0}</translation>
    </message>
</context>
<context>
    <name>ModelPicker</name>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
</context>
<context>
    <name>OwnPoseFlow</name>
    <message>
        <source>A pose came into the gallery.</source>
        <translation>Una pose ha entrado en la galería.</translation>
    </message>
    <message>
        <source>Delete pose {0}</source>
        <translation>Eliminar la pose {0}</translation>
    </message>
    <message>
        <source>Keep pose {0}</source>
        <translation>Guardar la pose {0}</translation>
    </message>
    <message>
        <source>Move pose {0}</source>
        <translation>Mover la pose {0}</translation>
    </message>
    <message>
        <source>Rename pose {0}</source>
        <translation>Cambiar el nombre de la pose {0}</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Se ha guardado {0}</translation>
    </message>
    <message>
        <source>Share poses</source>
        <translation>Compartir poses</translation>
    </message>
    <message>
        <source>Shared poses</source>
        <translation>Poses compartidas</translation>
    </message>
    <message>
        <source>Tag pose {0}</source>
        <translation>Etiquetar la pose {0}</translation>
    </message>
    <message>
        <source>Take in a pose</source>
        <translation>Incorporar una pose</translation>
    </message>
    <message>
        <source>Take in {0} poses</source>
        <translation>Incorporar {0} poses</translation>
    </message>
    <message>
        <source>There is no pose of your own to share yet: keep one first.</source>
        <translation>Aún no tiene ninguna pose propia que compartir: guarde una antes.</translation>
    </message>
    <message>
        <source>{0} is in the gallery. F2 gives it another name, Ctrl+F2 tags.</source>
        <translation>{0} está en la galería. F2 le da otro nombre, Ctrl+F2 etiquetas.</translation>
    </message>
    <message>
        <source>{0} poses came into the gallery.</source>
        <translation>{0} poses han entrado en la galería.</translation>
    </message>
    <message>
        <source>{0} was deleted.</source>
        <translation>Se ha eliminado {0}.</translation>
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
        <translation>Cambios por segundo</translation>
    </message>
    <message>
        <source>How often photo and picture change places in a second: three times at most, for everybody&apos;s eyes</source>
        <translation>Cuántas veces por segundo se alternan la foto y la imagen: tres como máximo, por los ojos de todos</translation>
    </message>
    <message>
        <source>Space changes</source>
        <translation>El espacio las alterna</translation>
    </message>
</context>
<context>
    <name>PhotoFlow</name>
    <message>
        <source>Nobody was found in this photo. Draw the skeleton joint by joint, or open another photo.</source>
        <translation>No se ha encontrado a nadie en esta foto. Dibuje el esqueleto articulación por articulación, o abra otra foto.</translation>
    </message>
    <message>
        <source>Read {0}</source>
        <translation>Se ha leído {0}</translation>
    </message>
    <message>
        <source>{0}: nobody found</source>
        <translation>{0}: no se encontró a nadie</translation>
    </message>
    <message>
        <source>{0}: skeleton found</source>
        <translation>{0}: esqueleto encontrado</translation>
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
        <translation>Dibujar un esqueleto</translation>
    </message>
    <message>
        <source>Draw another person</source>
        <translation>Dibujar otra persona</translation>
    </message>
    <message>
        <source>Drop a photo here</source>
        <translation>Suelte una foto aquí</translation>
    </message>
    <message>
        <source>Drop a photo here
or press {0}</source>
        <translation>Suelte una foto aquí
o pulse {0}</translation>
    </message>
    <message>
        <source>Finding the skeleton…</source>
        <translation>Buscando el esqueleto…</translation>
    </message>
    <message>
        <source>No skeleton</source>
        <translation>Sin esqueleto</translation>
    </message>
    <message>
        <source>Person {0} of {1}; click another to pick it</source>
        <translation>Persona {0} de {1}; haga clic en otra para elegirla</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Photo with its skeleton</source>
        <translation>Foto con su esqueleto</translation>
    </message>
    <message>
        <source>The photo is being looked at</source>
        <translation>Se está examinando la foto</translation>
    </message>
    <message>
        <source>nobody found</source>
        <translation>no se encontró a nadie</translation>
    </message>
    <message>
        <source>not usable yet</source>
        <translation>aún no se puede usar</translation>
    </message>
    <message>
        <source>reading…</source>
        <translation>leyendo…</translation>
    </message>
</context>
<context>
    <name>PhotoPicker</name>
    <message>
        <source>All</source>
        <translation>Todas</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Ninguna</translation>
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
        <translation>De espaldas</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Hecha</translation>
    </message>
    <message>
        <source>Doubtful</source>
        <translation>Dudosa</translation>
    </message>
    <message>
        <source>Front</source>
        <translation>De frente</translation>
    </message>
    <message>
        <source>In work</source>
        <translation>En curso</translation>
    </message>
    <message>
        <source>Mark as {0}</source>
        <translation>Marcar como {0}</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>Side</source>
        <translation>De perfil</translation>
    </message>
    <message>
        <source>Untouched</source>
        <translation>Sin tocar</translation>
    </message>
</context>
<context>
    <name>PictureFlow</name>
    <message>
        <source>Choose a target pose first: from the gallery, from a photo, or drawn by you.</source>
        <translation>Elija primero una pose objetivo: de la galería, de una foto o dibujada por usted.</translation>
    </message>
    <message>
        <source>Draft drawn</source>
        <translation>Borrador dibujado</translation>
    </message>
    <message>
        <source>Open a photo first.</source>
        <translation>Abra primero una foto.</translation>
    </message>
    <message>
        <source>Picture drawn</source>
        <translation>Imagen dibujada</translation>
    </message>
    <message>
        <source>The photo has no skeleton yet. Draw one.</source>
        <translation>La foto aún no tiene esqueleto. Dibuje uno.</translation>
    </message>
    <message>
        <source>Waiting for the skeleton</source>
        <translation>Esperando el esqueleto</translation>
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
        <translation>Imagen para valorar</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Leyendo…</translation>
    </message>
    <message>
        <source>This picture&apos;s file cannot be read.</source>
        <translation>El archivo de esta imagen no se puede leer.</translation>
    </message>
</context>
<context>
    <name>PicturePane</name>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Background: {0}</source>
        <translation>Fondo: {0}</translation>
    </message>
    <message>
        <source>No photo yet</source>
        <translation>Aún no hay foto</translation>
    </message>
    <message>
        <source>No picture yet
Press Transfer</source>
        <translation>Aún no hay imagen
Pulse Transferir</translation>
    </message>
    <message>
        <source>No picture yet
Press Transfer ({0})</source>
        <translation>Aún no hay imagen
Pulse Transferir ({0})</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>Scene</source>
        <translation>Escena</translation>
    </message>
    <message>
        <source>The person before the photo&apos;s own background, in the frame</source>
        <translation>La persona ante el fondo de la propia foto, en el encuadre</translation>
    </message>
    <message>
        <source>The person on white</source>
        <translation>La persona sobre blanco</translation>
    </message>
    <message>
        <source>The photo as the picture frames it</source>
        <translation>La foto tal como la encuadra la imagen</translation>
    </message>
    <message>
        <source>The picture in the target pose</source>
        <translation>La imagen en la pose objetivo</translation>
    </message>
    <message>
        <source>The whole photo, with the person in the new pose in it</source>
        <translation>La foto entera, con la persona en la nueva pose</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanco</translation>
    </message>
    <message>
        <source>draft</source>
        <translation>borrador</translation>
    </message>
    <message>
        <source>{0}, before the last change</source>
        <translation>{0}, antes del último cambio</translation>
    </message>
</context>
<context>
    <name>PictureTools</name>
    <message>
        <source>As in the photo</source>
        <translation>Como en la foto</translation>
    </message>
</context>
<context>
    <name>PictureView</name>
    <message>
        <source>Divider at {0} %: the photo is on its left, the picture on its right</source>
        <translation>Divisor al {0} %: la foto está a la izquierda, la imagen a la derecha</translation>
    </message>
    <message>
        <source>Photo</source>
        <translation>Foto</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Imagen</translation>
    </message>
    <message>
        <source>The {0} shows; Space shows the other one</source>
        <translation>Se ve: {0}; la barra espaciadora muestra la otra</translation>
    </message>
</context>
<context>
    <name>Player</name>
    <message>
        <source>Place in the sequence</source>
        <translation>Lugar en la secuencia</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Reproducir</translation>
    </message>
    <message>
        <source>Preview</source>
        <translation>Vista previa</translation>
    </message>
    <message>
        <source>Stand still</source>
        <translation>Detener</translation>
    </message>
</context>
<context>
    <name>PoseFiles</name>
    <message>
        <source>Choose another pose.</source>
        <translation>Elija otra pose.</translation>
    </message>
    <message>
        <source>Clipboard</source>
        <translation>Portapapeles</translation>
    </message>
    <message>
        <source>Copy a pose first.</source>
        <translation>Copie antes una pose.</translation>
    </message>
    <message>
        <source>The pose has no joint that is present</source>
        <translation>La pose no tiene ninguna articulación presente</translation>
    </message>
    <message>
        <source>There is no pose to paste</source>
        <translation>No hay ninguna pose para pegar</translation>
    </message>
</context>
<context>
    <name>PoseOrder</name>
    <message>
        <source>Poses in their order</source>
        <translation>Poses en su orden</translation>
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
        <translation>Buscar poses</translation>
    </message>
</context>
<context>
    <name>PoseView</name>
    <message>
        <source>Skeleton</source>
        <translation>Esqueleto</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Appearance</source>
        <translation>Apariencia</translation>
    </message>
    <message>
        <source>Apple GPU (Metal)</source>
        <translation>GPU de Apple (Metal)</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Como el sistema</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automática</translation>
    </message>
    <message>
        <source>Automatic: the GPU where there is one</source>
        <translation>Automático: la GPU si la hay</translation>
    </message>
    <message>
        <source>Changes at once; names that you gave stay as they are.</source>
        <translation>Cambia al instante; los nombres que usted puso se quedan como están.</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Colores</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Oscuro</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Dispositivo</translation>
    </message>
    <message>
        <source>Folder for weights</source>
        <translation>Carpeta para los pesos</translation>
    </message>
    <message>
        <source>Folder of weights</source>
        <translation>Carpeta de los pesos</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Idioma</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Claro</translation>
    </message>
    <message>
        <source>Loading the models…</source>
        <translation>Cargando los modelos…</translation>
    </message>
    <message>
        <source>Models</source>
        <translation>Modelos</translation>
    </message>
    <message>
        <source>NVIDIA or AMD GPU (CUDA)</source>
        <translation>GPU de NVIDIA o de AMD (CUDA)</translation>
    </message>
    <message>
        <source>Named by {0} in the environment; change it there.</source>
        <translation>La indica {0} en el entorno; cámbiela allí.</translation>
    </message>
    <message>
        <source>Pictures differ a little between the two. Published weights always run in float32.</source>
        <translation>Las imágenes difieren un poco entre una y otra. Los pesos publicados siempre trabajan en float32.</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Precisión</translation>
    </message>
    <message>
        <source>Preferences</source>
        <translation>Preferencias</translation>
    </message>
    <message>
        <source>Processor (CPU)</source>
        <translation>Procesador (CPU)</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Mostrar</translation>
    </message>
    <message>
        <source>Show the folder of weights</source>
        <translation>Mostrar la carpeta de los pesos</translation>
    </message>
    <message>
        <source>The models are not loaded yet.</source>
        <translation>Los modelos aún no se han cargado.</translation>
    </message>
    <message>
        <source>The models run on {0}.</source>
        <translation>Los modelos se ejecutan en {0}.</translation>
    </message>
    <message>
        <source>The usual place</source>
        <translation>El lugar habitual</translation>
    </message>
    <message>
        <source>Weights</source>
        <translation>Pesos</translation>
    </message>
    <message>
        <source>Where fetched weights and your own models are kept and looked for, from now on. Files stay where they are.</source>
        <translation>Donde se guardan y se buscan, de ahora en adelante, los pesos descargados y sus propios modelos. Los archivos se quedan donde están.</translation>
    </message>
    <message>
        <source>bf16: half the memory, fast on newer devices</source>
        <translation>bf16: la mitad de memoria, rápido en dispositivos nuevos</translation>
    </message>
    <message>
        <source>float32: exact</source>
        <translation>float32: exacto</translation>
    </message>
    <message>
        <source>{0}: not in this computer</source>
        <translation>{0}: no está en este ordenador</translation>
    </message>
</context>
<context>
    <name>ProgramSettings</name>
    <message>
        <source>Loading the models</source>
        <translation>Cargando los modelos</translation>
    </message>
    <message>
        <source>Looking for devices</source>
        <translation>Buscando dispositivos</translation>
    </message>
</context>
<context>
    <name>ProjectFlow</name>
    <message>
        <source>My project</source>
        <translation>Mi proyecto</translation>
    </message>
    <message>
        <source>New project</source>
        <translation>Nuevo proyecto</translation>
    </message>
    <message>
        <source>Open a project</source>
        <translation>Abrir un proyecto</translation>
    </message>
    <message>
        <source>Opening {0}…</source>
        <translation>Abriendo {0}…</translation>
    </message>
    <message>
        <source>Projects</source>
        <translation>Proyectos</translation>
    </message>
    <message>
        <source>Save the project as</source>
        <translation>Guardar el proyecto como</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Se ha guardado {0}</translation>
    </message>
    <message>
        <source>The project {0} is not there any more.</source>
        <translation>El proyecto {0} ya no está.</translation>
    </message>
    <message>
        <source>What could be read of {0} is in {1} now. {2}</source>
        <translation>Lo que se pudo leer de {0} está ahora en {1}. {2}</translation>
    </message>
    <message>
        <source>{0} (for reading only)</source>
        <translation>{0} (solo lectura)</translation>
    </message>
    <message>
        <source>{0} lies where nothing can be written, so it is open for reading only.</source>
        <translation>{0} está en un lugar donde no se puede escribir; por eso se ha abierto solo para leer.</translation>
    </message>
    <message>
        <source>{0} was of an older version and is up to date now. As it was before, it is kept as {1}.</source>
        <translation>{0} era de una versión anterior y ahora está al día. Tal como era antes, se ha guardado como {1}.</translation>
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
        <translation>Retroceso</translation>
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
        <translation>Abajo</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Fin</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Esc</source>
        <translation>Esc</translation>
    </message>
    <message>
        <source>Home</source>
        <translation>Inicio</translation>
    </message>
    <message>
        <source>Ins</source>
        <translation>Insert</translation>
    </message>
    <message>
        <source>Left</source>
        <translation>Izquierda</translation>
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
        <translation>Av Pág</translation>
    </message>
    <message>
        <source>PgUp</source>
        <translation>Re Pág</translation>
    </message>
    <message>
        <source>Return</source>
        <translation>Intro</translation>
    </message>
    <message>
        <source>Right</source>
        <translation>Derecha</translation>
    </message>
    <message>
        <source>Shift</source>
        <translation>Mayús</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>Espacio</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tab</translation>
    </message>
    <message>
        <source>Up</source>
        <translation>Arriba</translation>
    </message>
</context>
<context>
    <name>QueueBar</name>
    <message>
        <source>A joint less sure than {0}</source>
        <translation>Una articulación menos segura que {0}</translation>
    </message>
    <message>
        <source>All photos</source>
        <translation>Todas las fotos</translation>
    </message>
    <message>
        <source>As they were opened</source>
        <translation>Tal como se abrieron</translation>
    </message>
    <message>
        <source>By facing</source>
        <translation>Por orientación</translation>
    </message>
    <message>
        <source>By name</source>
        <translation>Por nombre</translation>
    </message>
    <message>
        <source>By state</source>
        <translation>Por estado</translation>
    </message>
    <message>
        <source>Filter and sort the photos</source>
        <translation>Filtrar y ordenar las fotos</translation>
    </message>
    <message>
        <source>Least sure first</source>
        <translation>Primero las menos seguras</translation>
    </message>
    <message>
        <source>{0} of {1} photos are done or rejected</source>
        <translation>{0} de {1} fotos hechas o rechazadas</translation>
    </message>
</context>
<context>
    <name>RecentMenu</name>
    <message>
        <source>No recent photos</source>
        <translation>No hay fotos recientes</translation>
    </message>
    <message>
        <source>No recent projects</source>
        <translation>No hay proyectos recientes</translation>
    </message>
    <message>
        <source>Open &amp;recent</source>
        <translation>Abrir &amp;reciente</translation>
    </message>
    <message>
        <source>Recent pro&amp;jects</source>
        <translation>Pro&amp;yectos recientes</translation>
    </message>
</context>
<context>
    <name>Recipes</name>
    <message>
        <source>Batch 14, 500 epochs from scratch, the appearance discriminator counting twice.</source>
        <translation>Lote de 14, 500 épocas desde cero, con el discriminador de apariencia contando el doble.</translation>
    </message>
    <message>
        <source>Batch 14, 700 epochs, the appearance discriminator counting three times.</source>
        <translation>Lote de 14, 700 épocas, con el discriminador de apariencia contando el triple.</translation>
    </message>
    <message>
        <source>Batch 8, 500 epochs at a fixed rate.</source>
        <translation>Lote de 8, 500 épocas a tasa fija.</translation>
    </message>
    <message>
        <source>Batch 8, 70 epochs at a fixed rate.</source>
        <translation>Lote de 8, 70 épocas a tasa fija.</translation>
    </message>
    <message>
        <source>How the embedded generator was trained: no pairs are needed, one photo a person is enough. An hour or two on two cores.</source>
        <translation>Cómo se entrenó el generador incorporado: no hacen falta parejas, basta una foto por persona. Una o dos horas con dos núcleos.</translation>
    </message>
    <message>
        <source>PATN as published, DeepFashion</source>
        <translation>PATN tal como se publicó, DeepFashion</translation>
    </message>
    <message>
        <source>PATN as published, Market-1501</source>
        <translation>PATN tal como se publicó, Market-1501</translation>
    </message>
    <message>
        <source>Seconds on a CPU, to see that everything works; it learns next to nothing.</source>
        <translation>Unos segundos en una CPU, para ver que todo funciona; casi no aprende nada.</translation>
    </message>
    <message>
        <source>Single photos</source>
        <translation>Fotos sueltas</translation>
    </message>
    <message>
        <source>The published recipe for small street pictures: 128 x 64, batch norm, cross-entropy, Gaussian maps.</source>
        <translation>La receta publicada para imágenes pequeñas de calle: 128 x 64, normalización por lotes, entropía cruzada, mapas gaussianos.</translation>
    </message>
    <message>
        <source>The recipe of the published DeepFashion network, which the thesis began from: batch 7, 500 epochs of 4,000 pairs and 200 more with a falling rate.</source>
        <translation>La receta de la red publicada para DeepFashion, de la que partió la tesis: lote de 7, 500 épocas de 4.000 parejas y 200 más con la tasa en descenso.</translation>
    </message>
    <message>
        <source>Thesis, 500 epochs</source>
        <translation>Tesis, 500 épocas</translation>
    </message>
    <message>
        <source>Thesis, 500 epochs, appearance x 2</source>
        <translation>Tesis, 500 épocas, apariencia x 2</translation>
    </message>
    <message>
        <source>Thesis, 70 epochs</source>
        <translation>Tesis, 70 épocas</translation>
    </message>
    <message>
        <source>Thesis, 700 epochs, appearance x 3</source>
        <translation>Tesis, 700 épocas, apariencia x 3</translation>
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
        <translation>Restaurar {0}</translation>
    </message>
    <message>
        <source>This is how {0} was made: its photo, poses and background are back.</source>
        <translation>Así se hizo {0}: la foto, las poses y el fondo vuelven a estar.</translation>
    </message>
    <message>
        <source>{0} was made from {1}. Open that photo and drop the picture again to go on where it was made.</source>
        <translation>{0} se hizo a partir de {1}. Abra esa foto y vuelva a soltar la imagen para seguir donde se hizo.</translation>
    </message>
</context>
<context>
    <name>ResultsWindow</name>
    <message>
        <source>A file that others can merge with theirs</source>
        <translation>Un archivo que otros pueden combinar con el suyo</translation>
    </message>
    <message>
        <source>Every rating, one a line</source>
        <translation>Todas las valoraciones, una por línea</translation>
    </message>
    <message>
        <source>Export the review…</source>
        <translation>Exportar la revisión…</translation>
    </message>
    <message>
        <source>Join SSIM and FID…</source>
        <translation>Añadir SSIM y FID…</translation>
    </message>
    <message>
        <source>Merge reviews…</source>
        <translation>Combinar revisiones…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Models side by side</source>
        <translation>Modelos lado a lado</translation>
    </message>
    <message>
        <source>Page to print…</source>
        <translation>Página para imprimir…</translation>
    </message>
    <message>
        <source>Ratings as CSV…</source>
        <translation>Valoraciones como CSV…</translation>
    </message>
    <message>
        <source>Read them from an evaluation.json</source>
        <translation>Las lee de un evaluation.json</translation>
    </message>
    <message>
        <source>Results of the review</source>
        <translation>Resultados de la revisión</translation>
    </message>
    <message>
        <source>Scores with intervals by model and group</source>
        <translation>Puntuaciones con intervalos por modelo y grupo</translation>
    </message>
    <message>
        <source>Table as CSV…</source>
        <translation>Tabla como CSV…</translation>
    </message>
    <message>
        <source>Take in the review files of other people</source>
        <translation>Incorpora los archivos de revisión de otras personas</translation>
    </message>
    <message>
        <source>The interval is Student&apos;s t at 95 % over pictures, each counted once with the mean of its raters. Cited rows are the thesis&apos;s, measured on other pictures.</source>
        <translation>El intervalo es el de la t de Student al 95 % sobre las imágenes, cada una contada una vez con la media de sus evaluadores. Las filas citadas son las de la tesis, medidas en otras imágenes.</translation>
    </message>
    <message>
        <source>The tables as a page, as HTML</source>
        <translation>Las tablas como página, en HTML</translation>
    </message>
    <message>
        <source>nobody yet</source>
        <translation>nadie aún</translation>
    </message>
    <message>
        <source>{0} ratings by {1}. Agreement (Krippendorff&apos;s alpha, ordinal): {2}</source>
        <translation>{0} valoraciones de {1}. Acuerdo (alfa de Krippendorff, ordinal): {2}</translation>
    </message>
</context>
<context>
    <name>ReviewPanel</name>
    <message>
        <source>1 to 5 score, Y accepts, X rejects, N writes a note, Z takes back, Esc leaves.</source>
        <translation>Del 1 al 5 puntúa, Y acepta, X rechaza, N escribe una nota, Z deshace, Esc sale.</translation>
    </message>
    <message>
        <source>A folder that has one folder of pictures a model</source>
        <translation>Una carpeta que tiene una carpeta de imágenes por modelo</translation>
    </message>
    <message>
        <source>A folder…</source>
        <translation>Una carpeta…</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Empezar</translation>
    </message>
    <message>
        <source>Cards that are judged</source>
        <translation>Fichas valoradas</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Judge pictures without knowing who made them: everybody sees as many of each model, in an order of their own.</source>
        <translation>Valore imágenes sin saber quién las hizo: cada persona ve las mismas de cada modelo, en un orden propio.</translation>
    </message>
    <message>
        <source>Look again</source>
        <translation>Volver a mirar</translation>
    </message>
    <message>
        <source>Names the models: look when you have finished</source>
        <translation>Nombra los modelos: mírelo cuando haya terminado</translation>
    </message>
    <message>
        <source>Pictures of each model</source>
        <translation>Imágenes de cada modelo</translation>
    </message>
    <message>
        <source>Results…</source>
        <translation>Resultados…</translation>
    </message>
    <message>
        <source>Say your name first</source>
        <translation>Diga antes su nombre</translation>
    </message>
    <message>
        <source>The pictures that were made in this project</source>
        <translation>Las imágenes que se hicieron en este proyecto</translation>
    </message>
    <message>
        <source>This project</source>
        <translation>Este proyecto</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>Su nombre</translation>
    </message>
    <message>
        <source>all</source>
        <translation>todas</translation>
    </message>
    <message>
        <source>{0} of {1} judged</source>
        <translation>{0} de {1} valoradas</translation>
    </message>
    <message>
        <source>{0} pictures of one model; you see {2}.</source>
        <translation>{0} imágenes de un modelo; usted ve {2}.</translation>
    </message>
    <message>
        <source>{0} pictures of {1} models; you see {2}.</source>
        <translation>Imágenes: {0}; modelos: {1}; usted ve {2}.</translation>
    </message>
</context>
<context>
    <name>ReviewResults</name>
    <message>
        <source>95 % interval</source>
        <translation>intervalo del 95 %</translation>
    </message>
    <message>
        <source>Accepted</source>
        <translation>Aceptadas</translation>
    </message>
    <message>
        <source>By facing</source>
        <translation>Por orientación</translation>
    </message>
    <message>
        <source>By gender</source>
        <translation>Por género</translation>
    </message>
    <message>
        <source>MOS</source>
        <translation>MOS</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Ratings</source>
        <translation>Valoraciones</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Rechazada</translation>
    </message>
    <message>
        <source>fair</source>
        <translation>aceptable</translation>
    </message>
    <message>
        <source>good</source>
        <translation>bueno</translation>
    </message>
    <message>
        <source>not known; it takes pictures that two people judged</source>
        <translation>no se sabe; hacen falta imágenes que hayan valorado dos personas</translation>
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
        <translation>Evaluación</translation>
    </message>
    <message>
        <source>Export the review</source>
        <translation>Exportar la revisión</translation>
    </message>
    <message>
        <source>Figures of {0} stand beside the scores.</source>
        <translation>Las métricas de {0} están junto a las puntuaciones.</translation>
    </message>
    <message>
        <source>Join SSIM and FID</source>
        <translation>Añadir SSIM y FID</translation>
    </message>
    <message>
        <source>Judge the pictures of a folder</source>
        <translation>Valorar las imágenes de una carpeta</translation>
    </message>
    <message>
        <source>Merge reviews</source>
        <translation>Combinar revisiones</translation>
    </message>
    <message>
        <source>No pictures were made in this project yet. Transfer some, or choose a folder.</source>
        <translation>En este proyecto aún no se ha hecho ninguna imagen. Transfiera algunas, o elija una carpeta.</translation>
    </message>
    <message>
        <source>Page to print</source>
        <translation>Página para imprimir</translation>
    </message>
    <message>
        <source>Ratings as CSV</source>
        <translation>Valoraciones como CSV</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Revisión</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Se ha guardado {0}</translation>
    </message>
    <message>
        <source>Table as CSV</source>
        <translation>Tabla como CSV</translation>
    </message>
    <message>
        <source>{0} ratings are new; {1} were known.</source>
        <translation>{0} valoraciones son nuevas; {1} ya se conocían.</translation>
    </message>
    <message>
        <source>{0} times a person judged a card more than once, first {1} on {2}: the newest counts.</source>
        <translation>{0} veces una persona valoró una ficha más de una vez, la primera {1} en {2}: cuenta la más nueva.</translation>
    </message>
</context>
<context>
    <name>RunAdvice</name>
    <message>
        <source>A discriminator has won: {0} has stayed below {1} for the last {2} steps, so the generator learns nothing from it any more. Lower its weight or its rate.</source>
        <translation>Un discriminador ha ganado: {0} se ha mantenido por debajo de {1} durante los últimos {2} pasos, así que el generador ya no aprende nada de él. Baje su peso o su tasa.</translation>
    </message>
    <message>
        <source>Go on continues from the checkpoint of step {0}.</source>
        <translation>Continuar sigue desde el punto de control del paso {0}.</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint with a lower rate, or with float32 precision.</source>
        <translation>Continúe desde el último punto de control con una tasa más baja, o con precisión float32.</translation>
    </message>
    <message>
        <source>It was ended by signal {0}.</source>
        <translation>Lo terminó la señal {0}.</translation>
    </message>
    <message>
        <source>Its last words: {0}</source>
        <translation>Sus últimas palabras: {0}</translation>
    </message>
    <message>
        <source>Make room on the disk, then go on.</source>
        <translation>Haga sitio en el disco y después continúe.</translation>
    </message>
    <message>
        <source>No line has come for {0}. The process still lives; it may be judging, or wait for the disk.</source>
        <translation>No llega ninguna línea desde hace {0}. El proceso sigue vivo; quizá esté evaluando, o espere al disco.</translation>
    </message>
    <message>
        <source>Nothing was heard of this run for {0}. If its machine has stopped, go on from the last checkpoint.</source>
        <translation>No se sabe nada de este entrenamiento desde hace {0}. Si su máquina se ha parado, continúe desde el último punto de control.</translation>
    </message>
    <message>
        <source>Only {0} GB are free on the run&apos;s disk. The run stops when a checkpoint does not fit.</source>
        <translation>En el disco del entrenamiento solo quedan {0} GB libres. El entrenamiento se detiene cuando un punto de control no cabe.</translation>
    </message>
    <message>
        <source>The disk is full: make room, then go on.</source>
        <translation>El disco está lleno: haga sitio y después continúe.</translation>
    </message>
    <message>
        <source>The log may say more.</source>
        <translation>Quizá el registro diga más.</translation>
    </message>
    <message>
        <source>The losses have hardly moved since step {0}. More steps at this rate may not be worth their time.</source>
        <translation>Las pérdidas apenas se han movido desde el paso {0}. Quizá no valga la pena dar más pasos con esta tasa.</translation>
    </message>
    <message>
        <source>The losses have not moved since step {0}. Is the rate too low, or the data always the same?</source>
        <translation>Las pérdidas no se han movido desde el paso {0}. ¿Es la tasa demasiado baja, o son los datos siempre los mismos?</translation>
    </message>
    <message>
        <source>The memory was probably not enough: use a smaller batch.</source>
        <translation>Probablemente no hubo memoria suficiente: use un lote más pequeño.</translation>
    </message>
    <message>
        <source>The run failed at step {0}: {1}</source>
        <translation>El entrenamiento falló en el paso {0}: {1}</translation>
    </message>
    <message>
        <source>The run has become slow: {0} pictures a second, usually {1}. Does something else use the machine?</source>
        <translation>El entrenamiento se ha vuelto lento: {0} imágenes por segundo, normalmente {1}. ¿Hay otra cosa usando la máquina?</translation>
    </message>
    <message>
        <source>The run&apos;s data is not where it was. To go on, bring it back.</source>
        <translation>Los datos del entrenamiento no están donde estaban. Para continuar, devuélvalos a su sitio.</translation>
    </message>
    <message>
        <source>The training did not start.</source>
        <translation>El entrenamiento no ha empezado.</translation>
    </message>
    <message>
        <source>The training&apos;s process ended without a word at step {0}.</source>
        <translation>El proceso del entrenamiento terminó sin decir nada en el paso {0}.</translation>
    </message>
    <message>
        <source>it gave no reason</source>
        <translation>no dio ningún motivo</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} días</translation>
    </message>
    <message>
        <source>{0} hours</source>
        <translation>{0} horas</translation>
    </message>
    <message>
        <source>{0} minutes</source>
        <translation>{0} minutos</translation>
    </message>
    <message>
        <source>{0} on held-out photos was best at step {1} and has become worse since. The run may have learnt its data.</source>
        <translation>{0} en fotos reservadas fue mejor en el paso {1} y desde entonces ha empeorado. Quizá el entrenamiento se haya aprendido sus datos de memoria.</translation>
    </message>
    <message>
        <source>{0} was not a number at step {1}. Stop, and go on from the last checkpoint with a lower rate.</source>
        <translation>{0} no era un número en el paso {1}. Detenga y continúe desde el último punto de control con una tasa más baja.</translation>
    </message>
</context>
<context>
    <name>RunList</name>
    <message>
        <source>Runs</source>
        <translation>Entrenamientos</translation>
    </message>
</context>
<context>
    <name>SequenceDialog</name>
    <message>
        <source>Back to the first pose</source>
        <translation>Volver a la primera pose</translation>
    </message>
    <message>
        <source>Background</source>
        <translation>Fondo</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Choose at least two poses.</source>
        <translation>Elija al menos dos poses.</translation>
    </message>
    <message>
        <source>Draw the pictures</source>
        <translation>Dibujar las imágenes</translation>
    </message>
    <message>
        <source>Drawing picture {0} of {1}</source>
        <translation>Dibujando la imagen {0} de {1}</translation>
    </message>
    <message>
        <source>Drawing picture {0} of {1}, {2} left</source>
        <translation>Dibujando la imagen {0} de {1}, quedan {2}</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Antes</translation>
    </message>
    <message>
        <source>Folder of numbered PNG pictures</source>
        <translation>Carpeta de imágenes PNG numeradas</translation>
    </message>
    <message>
        <source>In this order</source>
        <translation>En este orden</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Después</translation>
    </message>
    <message>
        <source>GIF, plays everywhere</source>
        <translation>GIF, se ve en todas partes</translation>
    </message>
    <message>
        <source>MP4 video, for video players</source>
        <translation>Vídeo MP4, para reproductores</translation>
    </message>
    <message>
        <source>Number of pictures</source>
        <translation>Número de imágenes</translation>
    </message>
    <message>
        <source>Numbered pictures that are saved can then be judged in Review; Undo takes them out</source>
        <translation>Las imágenes numeradas que se guardan pueden valorarse después en Revisión; Deshacer las quita</translation>
    </message>
    <message>
        <source>PNG pictures also into the project</source>
        <translation>Imágenes PNG también al proyecto</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Pictures a second</source>
        <translation>Imágenes por segundo</translation>
    </message>
    <message>
        <source>Poses: Enter or double click adds one</source>
        <translation>Poses: Intro o doble clic añade una</translation>
    </message>
    <message>
        <source>Progress of the sequence</source>
        <translation>Progreso de la secuencia</translation>
    </message>
    <message>
        <source>Save the sequence</source>
        <translation>Guardar la secuencia</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Se ha guardado {0}</translation>
    </message>
    <message>
        <source>Saved {0}. Video players show it, browsers do not: for them save it as WebM.</source>
        <translation>Guardado {0}. Los reproductores lo muestran, los navegadores no: para ellos guárdelo como WebM.</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Saving the sequence</source>
        <translation>Guardando la secuencia</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>Scene, in the frame</source>
        <translation>Escena, en el encuadre</translation>
    </message>
    <message>
        <source>Sequence of {0}</source>
        <translation>Secuencia de {0}</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>Quitar</translation>
    </message>
    <message>
        <source>This is how the skeleton moves. Draw the pictures to see the person.</source>
        <translation>Así se mueve el esqueleto. Dibuje las imágenes para ver a la persona.</translation>
    </message>
    <message>
        <source>WebM video, plays in browsers</source>
        <translation>Vídeo WebM, se ve en los navegadores</translation>
    </message>
    <message>
        <source>White</source>
        <translation>Blanco</translation>
    </message>
    <message>
        <source>Whole photo</source>
        <translation>Foto entera</translation>
    </message>
    <message>
        <source>{0} pictures are drawn.</source>
        <translation>Se han dibujado {0} imágenes.</translation>
    </message>
</context>
<context>
    <name>SequenceFlow</name>
    <message>
        <source>Drawing a sequence</source>
        <translation>Dibujando una secuencia</translation>
    </message>
    <message>
        <source>Put the pictures of {0} into the project</source>
        <translation>Poner las imágenes de {0} en el proyecto</translation>
    </message>
</context>
<context>
    <name>Settings</name>
    <message>
        <source>Adam&apos;s memory of gradients and of their squares</source>
        <translation>la memoria de Adam para los gradientes y sus cuadrados</translation>
    </message>
    <message>
        <source>AdamW&apos;s weight decay</source>
        <translation>decaimiento de los pesos de AdamW</translation>
    </message>
    <message>
        <source>a prepared data set, or a folder with photos/, masks/ and keypoints18.json</source>
        <translation>un conjunto de datos preparado, o una carpeta con photos/, masks/ y keypoints18.json</translation>
    </message>
    <message>
        <source>and at a rate that falls to its end in a straight line</source>
        <translation>y con una tasa que baja hasta el final en línea recta</translation>
    </message>
    <message>
        <source>auto (bf16 where the device is fast at it), bf16 or float32</source>
        <translation>auto (bf16 donde el dispositivo es rápido con él), bf16 o float32</translation>
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
        <translation>cosine, o linear: constante durante `epochs`, y después en línea recta hacia abajo durante `decay_epochs`</translation>
    </message>
    <message>
        <source>decay of the weights&apos; moving average, which is then what is evaluated and exported; 0 for none</source>
        <translation>decaimiento de la media móvil de los pesos, que es la que entonces se evalúa y se exporta; 0 para ninguna</translation>
    </message>
    <message>
        <source>decay of the weights&apos; moving average, which is what is evaluated and exported</source>
        <translation>decaimiento de la media móvil de los pesos, que es la que se evalúa y se exporta</translation>
    </message>
    <message>
        <source>folder for the framed photos of such a folder; empty for one beside the run</source>
        <translation>carpeta para las fotos encuadradas de una carpeta así; vacío para una junto al entrenamiento</translation>
    </message>
    <message>
        <source>folder of rendered people (`repose-train synthesize`) for pairs of one person in two poses and from two sides, which moving a photo cannot make; empty for none</source>
        <translation>carpeta de personas renderizadas (`repose-train synthesize`) para parejas de una persona en dos poses y vista desde dos lados, lo que mover una foto no puede hacer; vacío para ninguna</translation>
    </message>
    <message>
        <source>folder of rendered people in the same form (`repose-train synthesize`); empty for none</source>
        <translation>carpeta de personas renderizadas en la misma forma (`repose-train synthesize`); vacío para ninguna</translation>
    </message>
    <message>
        <source>folder with photos/, masks/ and keypoints18.json</source>
        <translation>carpeta con photos/, masks/ y keypoints18.json</translation>
    </message>
    <message>
        <source>generated pictures each discriminator is shown again later; 0 for none</source>
        <translation>imágenes generadas que se vuelven a mostrar más tarde a cada discriminador; 0 para ninguna</translation>
    </message>
    <message>
        <source>given (by a prepared data set), made (from single photos), auto (given where there are any)</source>
        <translation>given (las de un conjunto preparado), made (hechas de fotos sueltas), auto (given donde las haya)</translation>
    </message>
    <message>
        <source>how much more a pixel of the person counts than one of the background</source>
        <translation>cuánto más cuenta un píxel de la persona que uno del fondo</translation>
    </message>
    <message>
        <source>in steps; 0 for never</source>
        <translation>en pasos; 0 para nunca</translation>
    </message>
    <message>
        <source>its normalisation (instance or batch), and whether its blocks drop half of their values</source>
        <translation>su normalización (instance o batch), y si sus bloques descartan la mitad de sus valores</translation>
    </message>
    <message>
        <source>largest norm of all gradients together; 0 for no limit</source>
        <translation>norma mayor de todos los gradientes juntos; 0 para ningún límite</translation>
    </message>
    <message>
        <source>learning rate after warm-up, and at the end</source>
        <translation>tasa de aprendizaje tras el calentamiento, y al final</translation>
    </message>
    <message>
        <source>learning rate after warm-up, and at the end of its cosine</source>
        <translation>tasa de aprendizaje tras el calentamiento, y al final de su coseno</translation>
    </message>
    <message>
        <source>learning rate of theirs; 0 for the generator&apos;s</source>
        <translation>su tasa de aprendizaje; 0 para la del generador</translation>
    </message>
    <message>
        <source>least-squares or cross-entropy</source>
        <translation>mínimos cuadrados o entropía cruzada</translation>
    </message>
    <message>
        <source>of Gaussians in place of discs, in pixels at full size; 0 for discs</source>
        <translation>de gaussianas en lugar de discos, en píxeles a tamaño completo; 0 para discos</translation>
    </message>
    <message>
        <source>of a training picture in pixels</source>
        <translation>de una imagen de entrenamiento en píxeles</translation>
    </message>
    <message>
        <source>of everything random; step n of a run draws from (seed, n), so a resumed run draws the same</source>
        <translation>de todo lo aleatorio; el paso n de un entrenamiento sale de (semilla, n), así que uno reanudado saca lo mismo</translation>
    </message>
    <message>
        <source>of the keypoints&apos; discs, in pixels at full size</source>
        <translation>de los discos de los puntos clave, en píxeles a tamaño completo</translation>
    </message>
    <message>
        <source>optimiser steps in all; 0 where epochs say how many</source>
        <translation>pasos del optimizador en total; 0 donde lo dicen las épocas</translation>
    </message>
    <message>
        <source>pairs in an epoch: the published code&apos;s 4,000, however many the data set has</source>
        <translation>parejas en una época: las 4.000 del código publicado, por muchas que tenga el conjunto de datos</translation>
    </message>
    <message>
        <source>pairs of the `val` split that a look in between uses; 0 for all</source>
        <translation>parejas de la parte `val` que usa un vistazo a medio camino; 0 para todas</translation>
    </message>
    <message>
        <source>part of the run after which training is at full size; between the two it is at half size</source>
        <translation>parte del entrenamiento a partir de la cual se trabaja a tamaño completo; entre ambas, a medio tamaño</translation>
    </message>
    <message>
        <source>part of the run that trains at a quarter of that size, twice as many at a time: colours</source>
        <translation>parte del entrenamiento que trabaja a un cuarto de ese tamaño, con el doble de imágenes a la vez: los colores</translation>
    </message>
    <message>
        <source>part of the run that trains at two thirds of that size, which is cheaper</source>
        <translation>parte del entrenamiento que trabaja a dos tercios de ese tamaño, lo que sale más barato</translation>
    </message>
    <message>
        <source>photo: the condition image as it is, as published; moved: in the target pose, with its holes</source>
        <translation>photo: la imagen de condición tal como es, como se publicó; moved: en la pose objetivo, con sus huecos</translation>
    </message>
    <message>
        <source>photos of the `val` split that a look in between uses; 0 for all</source>
        <translation>fotos de la parte `val` que usa un vistazo a medio camino; 0 para todas</translation>
    </message>
    <message>
        <source>pictures a step after that, as a share of the batch</source>
        <translation>imágenes por paso después de eso, como parte del lote</translation>
    </message>
    <message>
        <source>pictures a step, over all processes together</source>
        <translation>imágenes por paso, entre todos los procesos</translation>
    </message>
    <message>
        <source>pictures in a batch that share a made pair, in other colours: moving costs most</source>
        <translation>imágenes de un lote que comparten una pareja hecha, con otros colores: lo que más cuesta es mover</translation>
    </message>
    <message>
        <source>processes that make batches; 0 makes them in the training process</source>
        <translation>procesos que hacen lotes; con 0 se hacen en el proceso del entrenamiento</translation>
    </message>
    <message>
        <source>share of pairs that are mirrored, left and right joints swapped</source>
        <translation>parte de las parejas que se reflejan, con las articulaciones derechas e izquierdas intercambiadas</translation>
    </message>
    <message>
        <source>share of the training pairs that come from it</source>
        <translation>parte de las parejas de entrenamiento que salen de ella</translation>
    </message>
    <message>
        <source>share of the training pictures that come from it</source>
        <translation>parte de las imágenes de entrenamiento que salen de ella</translation>
    </message>
    <message>
        <source>spread of the confidence maps (3.1.2.3) and half width of the fields (3.1.2.5), input pixels</source>
        <translation>anchura de los mapas de confianza (3.1.2.3) y media anchura de los campos (3.1.2.5), en píxeles de entrada</translation>
    </message>
    <message>
        <source>steps in which the rate rises from nothing</source>
        <translation>pasos en los que la tasa sube desde cero</translation>
    </message>
    <message>
        <source>the discriminators&apos; size</source>
        <translation>el tamaño de los discriminadores</translation>
    </message>
    <message>
        <source>the figure by which best.pt is kept, as &quot;smaller l1&quot; or &quot;larger ssim&quot;; empty for the task&apos;s own</source>
        <translation>la métrica por la que se conserva best.pt, como &quot;smaller l1&quot; o &quot;larger ssim&quot;; vacío para la de la tarea</translation>
    </message>
    <message>
        <source>the generator&apos;s size</source>
        <translation>el tamaño del generador</translation>
    </message>
    <message>
        <source>the preset that it began as</source>
        <translation>la receta con la que empezó</translation>
    </message>
    <message>
        <source>training photos on which the exported weights&apos; confidences are measured; 0 for none</source>
        <translation>fotos de entrenamiento con las que se miden las confianzas de los pesos exportados; 0 para ninguna</translation>
    </message>
    <message>
        <source>weight of each discriminator in it; the thesis&apos; x2 and x3 are the first</source>
        <translation>peso de cada discriminador en ella; el x2 y el x3 de la tesis son el primero</translation>
    </message>
    <message>
        <source>weight of one minus the SSIM over each part of the body</source>
        <translation>peso de uno menos la SSIM sobre cada parte del cuerpo</translation>
    </message>
    <message>
        <source>weight of the L1 between features of picture and target</source>
        <translation>peso de la L1 entre las características de la imagen y del objetivo</translation>
    </message>
    <message>
        <source>weight of the L1 between the features&apos; Gram matrices</source>
        <translation>peso de la L1 entre las matrices de Gram de las características</translation>
    </message>
    <message>
        <source>weight of the adversarial loss; 0 for no discriminators</source>
        <translation>peso de la pérdida adversaria; 0 para no tener discriminadores</translation>
    </message>
    <message>
        <source>weight of the penalty on the discriminators&apos; slopes at real pictures</source>
        <translation>peso de la penalización sobre las pendientes de los discriminadores en imágenes reales</translation>
    </message>
    <message>
        <source>weight of the person mask&apos;s loss</source>
        <translation>peso de la pérdida de la máscara de la persona</translation>
    </message>
    <message>
        <source>weights file to start from; empty for random weights</source>
        <translation>archivo de pesos del que partir; vacío para pesos aleatorios</translation>
    </message>
    <message>
        <source>weights of the losses on colours, on edges and on the means of 4 x 4 pixels</source>
        <translation>pesos de las pérdidas sobre los colores, sobre los bordes y sobre las medias de 4 x 4 píxeles</translation>
    </message>
    <message>
        <source>weights of the losses on what lies below the output mask, and on the mask itself</source>
        <translation>pesos de las pérdidas sobre lo que hay bajo la máscara de salida, y sobre la máscara misma</translation>
    </message>
    <message>
        <source>weights to start from, by name or path; empty for random weights</source>
        <translation>pesos de los que partir, por nombre o ruta; vacío para pesos aleatorios</translation>
    </message>
    <message>
        <source>what the weights&apos; card shall say; empty for what is known of the data</source>
        <translation>lo que dirá la ficha de los pesos; vacío para lo que se sepa de los datos</translation>
    </message>
    <message>
        <source>where features come from: vgg19, or repose-pose, which is in the box</source>
        <translation>de dónde salen las características: vgg19, o repose-pose, que viene con el programa</translation>
    </message>
    <message>
        <source>where loop.steps is 0: the run&apos;s length at the full rate, in epochs</source>
        <translation>donde loop.steps es 0: la duración del entrenamiento a tasa completa, en épocas</translation>
    </message>
    <message>
        <source>whether colours are changed at random, in both pictures alike</source>
        <translation>si los colores se cambian al azar, en ambas imágenes por igual</translation>
    </message>
    <message>
        <source>whether pictures lie in memory with their channels together, which most convolutions like better</source>
        <translation>si las imágenes se guardan en la memoria con los canales juntos, lo que gusta más a la mayoría de las convoluciones</translation>
    </message>
    <message>
        <source>whether small pictures lose most of the white beside the person, which costs time</source>
        <translation>si las imágenes pequeñas pierden casi todo el blanco junto a la persona, que cuesta tiempo</translation>
    </message>
    <message>
        <source>whether such pairs may show the person from another side: a moved photo does not tell what is there, and a network without discriminators answers with a blur</source>
        <translation>si estos pares pueden mostrar a la persona desde otro lado: una foto movida no dice qué hay allí, y una red sin discriminadores responde con un borrón</translation>
    </message>
    <message>
        <source>whether the discriminators&apos; convolutions are held at spectral norm 1</source>
        <translation>si las convoluciones de los discriminadores se mantienen a norma espectral 1</translation>
    </message>
    <message>
        <source>whether the network may let the condition image through, pixel by pixel</source>
        <translation>si la red puede dejar pasar la imagen de condición, píxel a píxel</translation>
    </message>
    <message>
        <source>whether torch compiles the network: a slow first step, faster ones after it</source>
        <translation>si torch compila la red: un primer paso lento y pasos más rápidos después</translation>
    </message>
    <message>
        <source>which features, for vgg19 relu1_1 to relu5_4 (conv1_1, pool1 and so on too), for repose-pose level1 to level5</source>
        <translation>qué características: para vgg19, de relu1_1 a relu5_4 (también conv1_1, pool1, etc.); para repose-pose, de level1 a level5</translation>
    </message>
</context>
<context>
    <name>SheetDialog</name>
    <message>
        <source>Add pictures…</source>
        <translation>Añadir imágenes…</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automático</translation>
    </message>
    <message>
        <source>Choose pictures.</source>
        <translation>Elija imágenes.</translation>
    </message>
    <message>
        <source>Columns</source>
        <translation>Columnas</translation>
    </message>
    <message>
        <source>Contact sheet</source>
        <translation>Hoja de contacto</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Copiado</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Copiar</translation>
    </message>
    <message>
        <source>JPEG picture</source>
        <translation>Imagen JPEG</translation>
    </message>
    <message>
        <source>Making a contact sheet</source>
        <translation>Haciendo una hoja de contacto</translation>
    </message>
    <message>
        <source>Making the sheet…</source>
        <translation>Haciendo la hoja…</translation>
    </message>
    <message>
        <source>Names</source>
        <translation>Nombres</translation>
    </message>
    <message>
        <source>PNG picture</source>
        <translation>Imagen PNG</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Imágenes</translation>
    </message>
    <message>
        <source>Save the contact sheet</source>
        <translation>Guardar la hoja de contacto</translation>
    </message>
    <message>
        <source>Saved {0}</source>
        <translation>Se ha guardado {0}</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Guardar…</translation>
    </message>
    <message>
        <source>Saving a contact sheet</source>
        <translation>Guardando una hoja de contacto</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Guardando…</translation>
    </message>
    <message>
        <source>The contact sheet</source>
        <translation>La hoja de contacto</translation>
    </message>
</context>
<context>
    <name>ShortcutEditor</name>
    <message>
        <source>Action</source>
        <translation>Acción</translation>
    </message>
    <message>
        <source>Actions and their keys</source>
        <translation>Acciones y sus teclas</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Atajos de teclado</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Teclas</translation>
    </message>
    <message>
        <source>Leave it</source>
        <translation>Dejarlo</translation>
    </message>
    <message>
        <source>New keys</source>
        <translation>Teclas nuevas</translation>
    </message>
    <message>
        <source>No keys</source>
        <translation>Sin teclas</translation>
    </message>
    <message>
        <source>Reset</source>
        <translation>Restablecer</translation>
    </message>
    <message>
        <source>Reset all</source>
        <translation>Restablecer todo</translation>
    </message>
    <message>
        <source>Reset the keys of this action</source>
        <translation>Restablecer las teclas de esta acción</translation>
    </message>
    <message>
        <source>Search by name or keys</source>
        <translation>Buscar por nombre o por teclas</translation>
    </message>
    <message>
        <source>Search shortcuts</source>
        <translation>Buscar atajos</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Quedárselas</translation>
    </message>
    <message>
        <source>{0} belongs to skeleton and picture. Press other keys.</source>
        <translation>{0} es del esqueleto y la imagen. Pulse otras teclas.</translation>
    </message>
    <message>
        <source>{0} runs “{1}” now.</source>
        <translation>{0} ejecuta ahora «{1}».</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard and mouse</source>
        <translation>Teclado y ratón</translation>
    </message>
</context>
<context>
    <name>SkeletonView</name>
    <message>
        <source>Click to pick this person</source>
        <translation>Haga clic para elegir a esta persona</translation>
    </message>
    <message>
        <source>Tab goes from joint to joint, arrows move it; 1, 2 and 3: visible, hidden, missing</source>
        <translation>Tab va de articulación en articulación, las flechas la mueven; 1, 2 y 3: visible, oculta, ausente</translation>
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
        <translation>Progreso de las fotos</translation>
    </message>
</context>
<context>
    <name>StatusBar</name>
    <message>
        <source>Models not loaded yet</source>
        <translation>Los modelos aún no se han cargado</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Listo</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>Estado</translation>
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
        <translation>Etiquetas, separadas por comas</translation>
    </message>
    <message>
        <source>Tags, divided by commas. Enter keeps them.</source>
        <translation>Etiquetas, separadas por comas. Intro las guarda.</translation>
    </message>
    <message>
        <source>summer, walking</source>
        <translation>verano, caminando</translation>
    </message>
</context>
<context>
    <name>TargetFlow</name>
    <message>
        <source>Nobody was found in {0}, so there is no pose to take. Try another photo, or draw the pose.</source>
        <translation>No se ha encontrado a nadie en {0}, así que no hay ninguna pose que tomar. Pruebe con otra foto, o dibuje la pose.</translation>
    </message>
    <message>
        <source>Taking the pose from {0}…</source>
        <translation>Tomando la pose de {0}…</translation>
    </message>
    <message>
        <source>Took the pose from {0}</source>
        <translation>Se ha tomado la pose de {0}</translation>
    </message>
</context>
<context>
    <name>TargetPane</name>
    <message>
        <source>Choose a pose from the gallery
or drop a photo here to take its pose, or draw one</source>
        <translation>Elija una pose de la galería,
suelte aquí una foto para tomar su pose, o dibuje una</translation>
    </message>
    <message>
        <source>Draw a pose</source>
        <translation>Dibujar una pose</translation>
    </message>
    <message>
        <source>Drawn pose</source>
        <translation>Pose dibujada</translation>
    </message>
    <message>
        <source>Fit to person</source>
        <translation>Ajustar a la persona</translation>
    </message>
    <message>
        <source>Give the target pose the place and the bone lengths of the person in the photo</source>
        <translation>Da a la pose objetivo el lugar y las longitudes de los huesos de la persona de la foto</translation>
    </message>
    <message>
        <source>Target pose</source>
        <translation>Pose objetivo</translation>
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
        <translation> $ por hora</translation>
    </message>
    <message>
        <source>95 %: {0} to {1}</source>
        <translation>95 %: de {0} a {1}</translation>
    </message>
    <message>
        <source>A folder of photos, DeepFashion&apos;s tree, annotated photos or a data set that was prepared before.</source>
        <translation>Una carpeta de fotos, el árbol de DeepFashion, fotos anotadas o un conjunto de datos ya preparado.</translation>
    </message>
    <message>
        <source>About {0}</source>
        <translation>Unos {0}</translation>
    </message>
    <message>
        <source>All curves</source>
        <translation>Todas las curvas</translation>
    </message>
    <message>
        <source>All settings</source>
        <translation>Todos los ajustes</translation>
    </message>
    <message>
        <source>Annotated photos: {0}, of which {1} are to train on and {2} to judge by. No preparation is needed.</source>
        <translation>Fotos anotadas: {0}, de las cuales {1} son para entrenar y {2} para evaluar. No hace falta preparación.</translation>
    </message>
    <message>
        <source>Another folder…</source>
        <translation>Otra carpeta…</translation>
    </message>
    <message>
        <source>Appearance ×</source>
        <translation>Apariencia ×</translation>
    </message>
    <message>
        <source>Back to the list of runs</source>
        <translation>Volver a la lista de entrenamientos</translation>
    </message>
    <message>
        <source>Back to the preset</source>
        <translation>Volver a la receta</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Lote</translation>
    </message>
    <message>
        <source>Best</source>
        <translation>Mejor</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Elegir una carpeta…</translation>
    </message>
    <message>
        <source>Choose photos and a recipe.</source>
        <translation>Elija fotos y una receta.</translation>
    </message>
    <message>
        <source>Choose the photos to train on.</source>
        <translation>Elija las fotos para entrenar.</translation>
    </message>
    <message>
        <source>Prepare the photos first: that finds joints and cuts the people out.</source>
        <translation>Prepare primero las fotos: se encuentran los puntos clave y se recortan las personas.</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Cerrar este mensaje</translation>
    </message>
    <message>
        <source>Command copied</source>
        <translation>Comando copiado</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Comparar</translation>
    </message>
    <message>
        <source>Copy the command</source>
        <translation>Copiar el comando</translation>
    </message>
    <message>
        <source>Crashed</source>
        <translation>Caído</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Curvas</translation>
    </message>
    <message>
        <source>Curves appear with the first logged step.</source>
        <translation>Las curvas aparecen con el primer paso registrado.</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Diferencias</translation>
    </message>
    <message>
        <source>Drop a folder of photos here</source>
        <translation>Suelte aquí una carpeta de fotos</translation>
    </message>
    <message>
        <source>Duplicate…</source>
        <translation>Duplicar…</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Épocas</translation>
    </message>
    <message>
        <source>Estimating…</source>
        <translation>Estimando…</translation>
    </message>
    <message>
        <source>Evaluate</source>
        <translation>Evaluar</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fallido</translation>
    </message>
    <message>
        <source>Fetching the model of {0}</source>
        <translation>Obteniendo el modelo de {0}</translation>
    </message>
    <message>
        <source>Fetching…</source>
        <translation>Obteniendo…</translation>
    </message>
    <message>
        <source>Figure</source>
        <translation>Métrica</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Métricas</translation>
    </message>
    <message>
        <source>Figures while training</source>
        <translation>Métricas durante el entrenamiento</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Terminado</translation>
    </message>
    <message>
        <source>GAN weight</source>
        <translation>Peso GAN</translation>
    </message>
    <message>
        <source>Generator</source>
        <translation>Generador</translation>
    </message>
    <message>
        <source>Give the whole window to the training, or see it beside the pictures</source>
        <translation>Da toda la ventana al entrenamiento, o lo muestra junto a las imágenes</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Continuar</translation>
    </message>
    <message>
        <source>Go on from the last checkpoint</source>
        <translation>Continuar desde el último punto de control</translation>
    </message>
    <message>
        <source>Go on preparing</source>
        <translation>Seguir preparando</translation>
    </message>
    <message>
        <source>How long it takes shows once it runs.</source>
        <translation>Cuánto tarda se ve cuando está en marcha.</translation>
    </message>
    <message>
        <source>How much each curve is smoothed; the values themselves stay visible behind it</source>
        <translation>Cuánto se suaviza cada curva; los valores mismos quedan visibles detrás</translation>
    </message>
    <message>
        <source>Interrupt</source>
        <translation>Interrumpir</translation>
    </message>
    <message>
        <source>Interrupt judging</source>
        <translation>Interrumpir la evaluación</translation>
    </message>
    <message>
        <source>Judge the best checkpoint thoroughly, on photos it has not seen</source>
        <translation>Evalúa a fondo el mejor punto de control, con fotos que no ha visto</translation>
    </message>
    <message>
        <source>Judged {0} on {1} photos of {2}</source>
        <translation>{0} evaluado con {1} fotos de {2}</translation>
    </message>
    <message>
        <source>Judging begins…</source>
        <translation>Empieza la evaluación…</translation>
    </message>
    <message>
        <source>Lay the marked runs over one another (Ctrl + click marks several)</source>
        <translation>Superpone los entrenamientos marcados (Ctrl + clic marca varios)</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Tasa de aprendizaje</translation>
    </message>
    <message>
        <source>Leave the first fall and single spikes out of the range</source>
        <translation>Deja fuera del intervalo la primera caída y los picos aislados</translation>
    </message>
    <message>
        <source>Log</source>
        <translation>Registro</translation>
    </message>
    <message>
        <source>Log of the run</source>
        <translation>Registro del entrenamiento</translation>
    </message>
    <message>
        <source>Log scale</source>
        <translation>Escala log.</translation>
    </message>
    <message>
        <source>Logarithmic scale: equal factors are equally high</source>
        <translation>Escala logarítmica: factores iguales tienen la misma altura</translation>
    </message>
    <message>
        <source>Looking into the folder…</source>
        <translation>Examinando la carpeta…</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modelo</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Más</translation>
    </message>
    <message>
        <source>Move to the bin</source>
        <translation>Mover a la papelera</translation>
    </message>
    <message>
        <source>Moved</source>
        <translation>Movida</translation>
    </message>
    <message>
        <source>Name of the run</source>
        <translation>Nombre del entrenamiento</translation>
    </message>
    <message>
        <source>New training</source>
        <translation>Entrenamiento nuevo</translation>
    </message>
    <message>
        <source>No data set was used yet</source>
        <translation>Aún no se ha usado ningún conjunto de datos</translation>
    </message>
    <message>
        <source>No figures yet. Evaluate judges the run&apos;s best checkpoint on photos it has not seen.</source>
        <translation>Aún no hay métricas. Evaluar juzga el mejor punto de control del entrenamiento con fotos que no ha visto.</translation>
    </message>
    <message>
        <source>No news</source>
        <translation>Sin noticias</translation>
    </message>
    <message>
        <source>No outliers</source>
        <translation>Sin valores atípicos</translation>
    </message>
    <message>
        <source>No picture of this data set is marked for training.</source>
        <translation>Ninguna imagen de este conjunto de datos está marcada para entrenar.</translation>
    </message>
    <message>
        <source>No runs yet. A training that you start goes on when the window is closed, and is here again later.</source>
        <translation>Aún no hay entrenamientos. El que empiece continúa aunque cierre la ventana, y más tarde volverá a encontrarlo aquí.</translation>
    </message>
    <message>
        <source>No samples yet
A sheet of pictures appears here every so many steps (setting: sample every)</source>
        <translation>Aún no hay muestras
Cada tantos pasos aparece aquí una hoja de imágenes (ajuste: sample every)</translation>
    </message>
    <message>
        <source>Not measured: {0}: {1}</source>
        <translation>Sin medir: {0}: {1}</translation>
    </message>
    <message>
        <source>Not started</source>
        <translation>Sin empezar</translation>
    </message>
    <message>
        <source>Nothing says how long the training is: give steps or epochs.</source>
        <translation>Nada dice cuánto dura el entrenamiento: indique pasos o épocas.</translation>
    </message>
    <message>
        <source>Nothing was written. What a run says on standard error is kept in its log.txt and shown here.</source>
        <translation>No se ha escrito nada. Lo que un entrenamiento dice por el error estándar se guarda en su log.txt y se muestra aquí.</translation>
    </message>
    <message>
        <source>Open a run</source>
        <translation>Abrir un entrenamiento</translation>
    </message>
    <message>
        <source>Open a run&apos;s folder, wherever it was made; or drop it here</source>
        <translation>Abre la carpeta de un entrenamiento, se haya hecho donde se haya hecho; o suéltela aquí</translation>
    </message>
    <message>
        <source>Open a run…</source>
        <translation>Abrir un entrenamiento…</translation>
    </message>
    <message>
        <source>Open the page</source>
        <translation>Abrir la página</translation>
    </message>
    <message>
        <source>Pages of the comparison</source>
        <translation>Páginas de la comparación</translation>
    </message>
    <message>
        <source>Pages of the run</source>
        <translation>Páginas del entrenamiento</translation>
    </message>
    <message>
        <source>Paint with this run&apos;s weights in the window</source>
        <translation>Pinta en la ventana con los pesos de este entrenamiento</translation>
    </message>
    <message>
        <source>Photos</source>
        <translation>Fotos</translation>
    </message>
    <message>
        <source>Photos or a data set to train on</source>
        <translation>Fotos o un conjunto de datos para entrenar</translation>
    </message>
    <message>
        <source>Photos to judge by</source>
        <translation>Fotos para evaluar</translation>
    </message>
    <message>
        <source>Photos to train on</source>
        <translation>Fotos para entrenar</translation>
    </message>
    <message>
        <source>Plan a new training</source>
        <translation>Planificar un entrenamiento nuevo</translation>
    </message>
    <message>
        <source>Plan a new training that begins like this one</source>
        <translation>Planifica un entrenamiento nuevo que empieza como este</translation>
    </message>
    <message>
        <source>Play through time</source>
        <translation>Reproducir a lo largo del tiempo</translation>
    </message>
    <message>
        <source>Pose estimator</source>
        <translation>Estimador de poses</translation>
    </message>
    <message>
        <source>Prepare these photos</source>
        <translation>Preparar estas fotos</translation>
    </message>
    <message>
        <source>Prepared: {0} pictures, {1} to train on, {2} to judge by.</source>
        <translation>Preparado: {0} imágenes, {1} para entrenar, {2} para evaluar.</translation>
    </message>
    <message>
        <source>Preparing begins…</source>
        <translation>Empieza la preparación…</translation>
    </message>
    <message>
        <source>Preparing this data set was interrupted. It goes on where it was.</source>
        <translation>La preparación de este conjunto de datos se interrumpió. Continúa donde estaba.</translation>
    </message>
    <message>
        <source>Preparing was interrupted. What is done is kept.</source>
        <translation>Se ha interrumpido la preparación. Lo hecho se conserva.</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Preset: {0}</source>
        <translation>Receta: {0}</translation>
    </message>
    <message>
        <source>Price of the machine by the hour</source>
        <translation>Precio de la máquina por hora</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Progreso</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Recientes</translation>
    </message>
    <message>
        <source>Recipe</source>
        <translation>Receta</translation>
    </message>
    <message>
        <source>Remove from the list</source>
        <translation>Quitar de la lista</translation>
    </message>
    <message>
        <source>Report</source>
        <translation>Informe</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>En marcha</translation>
    </message>
    <message>
        <source>Sample pictures</source>
        <translation>Imágenes de muestra</translation>
    </message>
    <message>
        <source>Samples</source>
        <translation>Muestras</translation>
    </message>
    <message>
        <source>Search settings</source>
        <translation>Buscar ajustes</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Ajuste</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Ajustes</translation>
    </message>
    <message>
        <source>Shape ×</source>
        <translation>Forma ×</translation>
    </message>
    <message>
        <source>Show the folder</source>
        <translation>Mostrar la carpeta</translation>
    </message>
    <message>
        <source>Smoothing</source>
        <translation>Suavizado</translation>
    </message>
    <message>
        <source>Start training</source>
        <translation>Empezar el entrenamiento</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Empezando</translation>
    </message>
    <message>
        <source>Step of the samples</source>
        <translation>Paso de las muestras</translation>
    </message>
    <message>
        <source>Step {0}</source>
        <translation>Paso {0}</translation>
    </message>
    <message>
        <source>Step {0} ({1} of {2})</source>
        <translation>Paso {0} ({1} de {2})</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Pasos</translation>
    </message>
    <message>
        <source>Steps in all; {0} are done</source>
        <translation>Pasos en total; {0} ya están hechos</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Detener</translation>
    </message>
    <message>
        <source>Stop at the next step, with a checkpoint</source>
        <translation>Detiene en el paso siguiente, con un punto de control</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Detenido</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Deteniéndose</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Deteniéndose…</translation>
    </message>
    <message>
        <source>The annotation keypoints18.json in this folder cannot be read.</source>
        <translation>La anotación keypoints18.json de esta carpeta no se puede leer.</translation>
    </message>
    <message>
        <source>The estimator is trained on annotated photos: a folder with keypoints18.json, photos and masks.</source>
        <translation>El estimador se entrena con fotos anotadas: una carpeta con keypoints18.json, fotos y máscaras.</translation>
    </message>
    <message>
        <source>The moved picture, without a network</source>
        <translation>La imagen movida, sin ninguna red</translation>
    </message>
    <message>
        <source>The network that finds joints and person in a photo, from annotated photos. Some hours on two cores.</source>
        <translation>La red que encuentra las articulaciones y la persona en una foto, a partir de fotos anotadas. Unas horas con dos núcleos.</translation>
    </message>
    <message>
        <source>The person as photographed</source>
        <translation>La persona tal como se fotografió</translation>
    </message>
    <message>
        <source>The tables with worst, median and best pictures, in the browser</source>
        <translation>Las tablas con las peores, las medianas y las mejores imágenes, en el navegador</translation>
    </message>
    <message>
        <source>There is no photo in this folder. Choose one with photos in it or in its folders.</source>
        <translation>En esta carpeta no hay ninguna foto. Elija una que las tenga, dentro o en sus carpetas.</translation>
    </message>
    <message>
        <source>These runs have the same settings.</source>
        <translation>Estos entrenamientos tienen los mismos ajustes.</translation>
    </message>
    <message>
        <source>This data set is of another version of Repose Studio. Prepare its photos again.</source>
        <translation>Este conjunto de datos es de otra versión de Repose Studio. Vuelva a preparar sus fotos.</translation>
    </message>
    <message>
        <source>This folder cannot be read.</source>
        <translation>Esta carpeta no se puede leer.</translation>
    </message>
    <message>
        <source>This folder is not there any more.</source>
        <translation>Esta carpeta ya no está.</translation>
    </message>
    <message>
        <source>This recipe needs pairs: the same person in two poses. Prepare the photos, or take Single photos.</source>
        <translation>Esta receta necesita parejas: la misma persona en dos poses. Prepare las fotos, o elija Fotos sueltas.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Este entrenamiento</translation>
    </message>
    <message>
        <source>This run has no readable configuration.</source>
        <translation>Este entrenamiento no tiene ninguna configuración que se pueda leer.</translation>
    </message>
    <message>
        <source>This sheet cannot be shown</source>
        <translation>Esta hoja no se puede mostrar</translation>
    </message>
    <message>
        <source>This training cannot be started as it is.</source>
        <translation>Este entrenamiento no se puede empezar tal como está.</translation>
    </message>
    <message>
        <source>Train on</source>
        <translation>Entrenar más</translation>
    </message>
    <message>
        <source>Train on with more steps…</source>
        <translation>Entrenar con más pasos…</translation>
    </message>
    <message>
        <source>Trying some steps…</source>
        <translation>Probando algunos pasos…</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>Sin cambios</translation>
    </message>
    <message>
        <source>Use the best checkpoint</source>
        <translation>Usar el mejor punto de control</translation>
    </message>
    <message>
        <source>Use the last checkpoint</source>
        <translation>Usar el último punto de control</translation>
    </message>
    <message>
        <source>Use this model</source>
        <translation>Usar este modelo</translation>
    </message>
    <message>
        <source>What is done is kept; preparing goes on from there</source>
        <translation>Lo hecho se conserva; la preparación continúa desde ahí</translation>
    </message>
    <message>
        <source>What it is</source>
        <translation>Qué es</translation>
    </message>
    <message>
        <source>What matters</source>
        <translation>Lo que importa</translation>
    </message>
    <message>
        <source>What the machine costs by the hour. The thesis paid 0.526 $ an hour for 240 hours: 126 $.</source>
        <translation>Lo que cuesta la máquina por hora. La tesis pagó 0,526 $ por hora durante 240 horas: 126 $.</translation>
    </message>
    <message>
        <source>What was kept and what was dropped, and why</source>
        <translation>Qué se conservó y qué se descartó, y por qué</translation>
    </message>
    <message>
        <source>Where is the data of this run now?</source>
        <translation>¿Dónde están ahora los datos de este entrenamiento?</translation>
    </message>
    <message>
        <source>Which curves</source>
        <translation>Qué curvas</translation>
    </message>
    <message>
        <source>While training, on held-out photos</source>
        <translation>Durante el entrenamiento, con fotos reservadas</translation>
    </message>
    <message>
        <source>Whole window</source>
        <translation>Toda la ventana</translation>
    </message>
    <message>
        <source>about {0} s a step</source>
        <translation>unos {0} s por paso</translation>
    </message>
    <message>
        <source>and falling</source>
        <translation>y en descenso</translation>
    </message>
    <message>
        <source>checkpoint at step</source>
        <translation>punto de control en el paso</translation>
    </message>
    <message>
        <source>left</source>
        <translation>quedan</translation>
    </message>
    <message>
        <source>loop</source>
        <translation>bucle</translation>
    </message>
    <message>
        <source>memory</source>
        <translation>memoria</translation>
    </message>
    <message>
        <source>memory, GB</source>
        <translation>memoria, GB</translation>
    </message>
    <message>
        <source>more than the {0} that this machine has: use a smaller batch</source>
        <translation>más de los {0} que tiene esta máquina: use un lote más pequeño</translation>
    </message>
    <message>
        <source>moved</source>
        <translation>movidas</translation>
    </message>
    <message>
        <source>no values yet</source>
        <translation>aún sin valores</translation>
    </message>
    <message>
        <source>on {0}</source>
        <translation>en {0}</translation>
    </message>
    <message>
        <source>own machine</source>
        <translation>máquina propia</translation>
    </message>
    <message>
        <source>pictures a second</source>
        <translation>imágenes por segundo</translation>
    </message>
    <message>
        <source>repose-train ended with the code {0}</source>
        <translation>repose-train terminó con el código {0}</translation>
    </message>
    <message>
        <source>state</source>
        <translation>estado</translation>
    </message>
    <message>
        <source>step</source>
        <translation>paso</translation>
    </message>
    <message>
        <source>step {0}</source>
        <translation>paso {0}</translation>
    </message>
    <message>
        <source>step {0}: {1}</source>
        <translation>paso {0}: {1}</translation>
    </message>
    <message>
        <source>still to pay</source>
        <translation>aún por pagar</translation>
    </message>
    <message>
        <source>unchanged</source>
        <translation>sin cambios</translation>
    </message>
    <message>
        <source>{0} (best {1} at {2})</source>
        <translation>{0} (mejor {1} en {2})</translation>
    </message>
    <message>
        <source>{0} GFLOP a picture</source>
        <translation>{0} GFLOP por imagen</translation>
    </message>
    <message>
        <source>{0} a second</source>
        <translation>{0} por segundo</translation>
    </message>
    <message>
        <source>{0} at step {1}</source>
        <translation>{0} en el paso {1}</translation>
    </message>
    <message>
        <source>{0} at {1}</source>
        <translation>{0} en {1}</translation>
    </message>
    <message>
        <source>{0} could not be fetched: {1}</source>
        <translation>No se ha podido obtener {0}: {1}</translation>
    </message>
    <message>
        <source>{0} could not be judged: {1}</source>
        <translation>No se ha podido evaluar {0}: {1}</translation>
    </message>
    <message>
        <source>{0} days</source>
        <translation>{0} días</translation>
    </message>
    <message>
        <source>{0} days {1} h</source>
        <translation>{0} días {1} h</translation>
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
        <translation>Se ha evaluado {0}</translation>
    </message>
    <message>
        <source>{0} has been started; it goes on when the window is closed</source>
        <translation>Ha empezado {0}; continúa aunque se cierre la ventana</translation>
    </message>
    <message>
        <source>{0} is not a value for the setting {1}.</source>
        <translation>{0} no es un valor para el ajuste {1}.</translation>
    </message>
    <message>
        <source>{0} left</source>
        <translation>quedan {0}</translation>
    </message>
    <message>
        <source>{0} min</source>
        <translation>{0} min</translation>
    </message>
    <message>
        <source>{0} min left</source>
        <translation>quedan {0} min</translation>
    </message>
    <message>
        <source>{0} of memory</source>
        <translation>{0} de memoria</translation>
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
        <translation>{0} parámetros</translation>
    </message>
    <message>
        <source>Photos: {0}. Preparing finds keypoints, crops and pairs; the photos stay untouched.</source>
        <translation>Fotos: {0}. La preparación encuentra puntos clave, recortes y parejas; las fotos no se tocan.</translation>
    </message>
    <message>
        <source>{0} photos in {1} folders. Preparing finds keypoints, crops and pairs; the photos stay untouched.</source>
        <translation>{0} fotos en {1} carpetas. La preparación encuentra puntos clave, recortes y parejas; las fotos no se tocan.</translation>
    </message>
    <message>
        <source>{0} runs compared</source>
        <translation>{0} entrenamientos comparados</translation>
    </message>
    <message>
        <source>{0} s</source>
        <translation>{0} s</translation>
    </message>
    <message>
        <source>{0} s a step</source>
        <translation>{0} s por paso</translation>
    </message>
    <message>
        <source>{0} steps</source>
        <translation>{0} pasos</translation>
    </message>
    <message>
        <source>{0} steps, {1} pictures in all</source>
        <translation>{0} pasos, {1} imágenes en total</translation>
    </message>
    <message>
        <source>{0} stops at its next step, with a checkpoint</source>
        <translation>{0} se detiene en el paso siguiente, con un punto de control</translation>
    </message>
    <message>
        <source>{0} was taken off the list</source>
        <translation>{0} se ha quitado de la lista</translation>
    </message>
    <message>
        <source>{0}, best {1}</source>
        <translation>{0}, mejor {1}</translation>
    </message>
    <message>
        <source>{0}, held out</source>
        <translation>{0}, reservadas</translation>
    </message>
</context>
<context>
    <name>TrainingRuns</name>
    <message>
        <source>A run holds {0} and {1}.</source>
        <translation>Un entrenamiento contiene {0} y {1}.</translation>
    </message>
    <message>
        <source>Delete it by hand.</source>
        <translation>Elimínelo a mano.</translation>
    </message>
    <message>
        <source>Start it anew by Duplicate.</source>
        <translation>Empiécelo de nuevo con Duplicar.</translation>
    </message>
    <message>
        <source>Stop it first.</source>
        <translation>Deténgalo antes.</translation>
    </message>
    <message>
        <source>The run cannot be moved to the bin</source>
        <translation>El entrenamiento no se puede mover a la papelera</translation>
    </message>
    <message>
        <source>There is no training run in this folder</source>
        <translation>En esta carpeta no hay ningún entrenamiento</translation>
    </message>
    <message>
        <source>This run has no checkpoint to go on from</source>
        <translation>Este entrenamiento no tiene ningún punto de control para continuar</translation>
    </message>
    <message>
        <source>This run is at work already</source>
        <translation>Este entrenamiento ya está en marcha</translation>
    </message>
    <message>
        <source>This run is still at work</source>
        <translation>Este entrenamiento aún está en marcha</translation>
    </message>
</context>
<context>
    <name>TrainingTab</name>
    <message>
        <source>One moment…</source>
        <translation>Un momento…</translation>
    </message>
</context>
<context>
    <name>TransferBar</name>
    <message>
        <source>Cancel</source>
        <translation>Cancelar</translation>
    </message>
    <message>
        <source>Give the transfer up (Esc)</source>
        <translation>Abandonar la transferencia (Esc)</translation>
    </message>
    <message>
        <source>Progress of the transfer</source>
        <translation>Progreso de la transferencia</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Transferir</translation>
    </message>
</context>
</TS>
