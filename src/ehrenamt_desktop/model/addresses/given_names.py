"""Given names, folded: they tell which word of a name is the surname.

Common ones in Germany of those born 1935 to 2010, with Turkish, Arabic, Polish, Russian, Ukrainian
and Romance ones; no list of people. The office's own first names come beside them.
"""

from __future__ import annotations

_TEXT = """
achim adam adelheid adem adrian agata agnes agnieszka ahmad ahmed ahmet aischa albert albrecht
alena alessandro alex alexander alexandra alfons alfred ali alice alina alisa alma alois
amelie amina amir ana anastasia anatoli andre andrea andreas andrej andrzej anett anette
angela angelika anika anita anja anke ann anna annabell anne anneliese annelore annemarie
annett annette anni annika anton antonia antonio antje arend armin arne arno arnold arthur
artur asli astrid aurelia axel aylin ayse babette barbara bartosz bastian beate beatrice
beatrix ben benedikt benjamin berit bernadette bernd bernhard bert berta berthold bettina
bianca birgit birgitta birte bjoern bodo boris brigitta brigitte brita britta bruno burkhard
can carina carl carla carlo carlos carmen carola caroline carsten catharina cecilia celine
chantal charlotte chiara christa christel christian christiane christina christine christof
christoph christopher claas clara claudia claus clemens conny conrad constanze cordula corinna
cornelia cosima dagmar damian daniel daniela danuta daria darius david denis dennis detlef
detlev diana diego dieter dietlinde dietmar dietrich dirk dmitri dominik dora doreen doris
dorothea dorothee dunja eberhard eckard eckart eckhard edda edeltraud edgar edith eduard egon
eike ekaterina ekkehard elena eleonore elfi elfriede elias elif elisa elisabeth elise elke
ella ellen elli elmar eloise elsa elvira emil emilia emily emine emma emre enno enrico eric
erich erik erika erna ernst erwin esra esther eugen eva evelin evelyn ewa ewald fabian
fabienne fatih fatima fatma felicitas felix ferdinand finn fiona florence florian franca frank
franka franz franziska frauke fred frederik frieda friederike friedhelm friedrich fritz gabi
gabriel gabriela gabriele georg georgios gerald gerd gerda gerhard gerlinde gernot gero gert
gertraud gertrud gesa gesine gianna gisela gislinde giuseppe gottfried grazyna greta gretel
gudrun guenter guenther guido gunda gunnar gunter gustav hakan halina hanna hannah hannelore
hannes hans harald harry hartmut hasan hassan hatice hedi hedwig heide heidemarie heidi heike
heiko heiner heinrich heinz heinz-peter helen helena helene helga helge hella hellmut helmut
hendrik henning henriette henrik henry herbert heribert hermann herta hertha hilde hildegard
hiltrud holger horst hubert hubertus hugo huelya huseyin hussein ibrahim ida igor ilka ilona
ilse imke ina ines inga inge ingeborg ingo ingrid inka iris irina irene irmgard irmtraud
isabel isabell isabella isolde iwona jacob jacqueline jakob jan jana jane janina janine jannik
janusz jasmin jasper jens jennifer jenny jerzy jessica joachim joana joanna jochen johann
johanna johannes john jolanta jona jonas jonathan jorge josef josefine jose joseph jost juan
judith juergen julia julian juliane julius jutta kaethe kai karen karim karin karina karl
karl-heinz karla karlheinz karola karolin karolina karoline karsten kaspar katarina katarzyna
katharina kathleen kathrin kati katja katrin kay kemal kerstin kevin kilian kim kirsten klara
klaus knut konrad konstantin kordula korinna kornelia kristin kristina kristine krystyna
krzysztof kuno kurt lara larissa lars laszlo laura laurin lea leander lena leni lennart leo
leon leona leonard leonhard leonie leonore levin liane liesbeth liesel lieselotte lilli lilly
lina linda linn lisa liselotte lorenz lore lothar lotte louis louise luca lucas lucia luciana
ludger ludmila ludwig luis luisa luise lukas lutz lydia maciej madeleine magda magdalena
magnus maik maike maja malgorzata malte mandy manfred manja manuel manuela marc marcel marcin
marco marcus marek maren margarete margarethe margit margot margret margrit maria mariam
marian marianne marie marie-luise marietta marija marika marina mario marion marisa marita
marius mark marko markus marlen marlene marlies marta martha martin martina marvin mateusz
mathias mathilde matthias maurice max maximilian mechthild mehmet melanie melina melissa merle
merve meta metin mia michael michaela michal michel michelle mike mikhail mila milan milena
mira mirco miriam mirko mirjam mohamad mohamed mohammad mohammed monica monika monique moritz
muhammad murat mustafa nadia nadine nadja natalia natalie natascha nele nermin nicolai nicolas
nicole nico niels niklas niko nikolai nikola nikolaus nils nina noah nora norbert norman nuray
oezlem oksana olaf oleg olena olga oliver olivia omar orhan oskar osman oswald othmar ottfried
otto pascal patricia patrick patrizia paul paula paulina pauline pavel pawel pedro peer peggy
peter petra philip philipp philippa phillip pia piotr quirin rabea raik raimund rainer ralf
ralph ramona raphael rebecca reginald regina regine reiner reinhard reinhardt reinhold renata
renate rene ricarda richard rita robert robin roland rolf roman romy ronald ronja ronny rosa
rosalie rosa rosel rosemarie roswitha rosi roxana rudi rudolf ruediger rupert ruth sabine
sabrina salim samira samuel sandra sandro sarah sara sascha saskia sebastian sebnem selina
selma sergej sergio sibylle siegbert siegfried sieglinde siegmar siegrid siegrun sigrid sigrun
silas silke silvia silvio simon simona simone sina sofia sofie sonja sophia sophie stanislaw
stefan stefanie steffen steffi stephan stephanie sten sueleyman sunny susann susanna susanne
sven svenja svetlana swantje swetlana sybille sylke sylvia tabea tamara tanja tarek tatjana
thea theo theodor theresa therese thilo thomas thorben thorsten tilman tilo tim timo tina tino
tobias tom tomas tomasz toni torben torsten traudel traute trude udo ulf uli ulla ullrich
ulrich ulrika ulrike undine ursel ursula uschi uta ute uwe valentin valentina valeria vanessa
vera verena veronika viktor viktoria vincent viola volker volkmar waldemar walburga walter
waltraud wanda wassili werner wibke wiebke wieland wilfried wilhelm wilhelmine willi willibald
willy wioletta witold wladimir wolf wolfgang wolfram xaver yannick yasmin yusuf yvonne zeynep
zofia aenne anneke hinrich jupp kaete karlo kirsti lisbeth rosina soeren joerg goetz bjarne
roeschen guelay gueler guelsen juergen doerte baerbel kaethi uemit oemer oezguer
"""
GIVEN_NAMES = frozenset(_TEXT.split())
