"""Each mend on a sentence that it is made for, and on one that it must leave alone."""

import re
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.coding.parsing.draft import Draft
from communique.coding.parsing.mend import MENDS, is_tree, mend_sentence
from communique.coding.parsing.model import load_model
from communique.coding.parsing.verbs import Verbs
from communique.languages.tokens import load_tokens
from communique.syntax import Token

pytestmark = pytest.mark.parser

# (what is mended, a sentence, "word/lemma relation=dependent …", a sentence to leave alone, its fact)
CASES = [
    (
        "noun joined to a verb instead of its object",
        "Le président Daniel Noboa proclame l'état d'exception et un couvre-feu nocturne.",
        "état/état conj=couvre-feu",
        "Le président a proclamé l'état d'exception et l'armée a fermé les routes.",
        "fermé/fermer nsubj=armée obj=routes",
    ),
    (
        "article behind 'et'",
        "Des éleveurs et des agriculteurs se sont affrontés.",
        "agriculteurs/agriculteur det=des",
        "Il longe les champs des éleveurs et des agriculteurs.",
        "agriculteurs/agriculteur case=des",
    ),
    (
        "object within a relative clause, read as a second subject",
        "Le détenu, âgé de 27 ans, qui a poignardé deux surveillants, a été abattu par le RAID.",
        "poignardé/poignarder nsubj=qui obj=surveillants",
        "Le détenu, que deux surveillants ont poignardé, a été abattu par le RAID.",
        "poignardé/poignarder nsubj=surveillants",
    ),
    (
        "pronoun joined to a subject",
        "Lui et ses hommes ont attaqué un village.",
        "attaqué/attaquer nsubj=Lui obj=village",
        "Ses hommes ont attaqué un village.",
        "attaqué/attaquer nsubj=hommes obj=village",
    ),
    (
        "name joined to the name before it",
        "L'escalade continue malgré les appels de Moscou et Pékin à la retenue.",
        "Moscou/Moscou conj=Pékin",
        "L'escalade continue malgré les appels et les menaces de Pékin.",
        "appels/appel conj=menaces",
    ),
    (
        "common nouns listed before a verb",
        "Le maire, le préfet et le ministre ont condamné l'attaque.",
        "condamné/condamner nsubj=maire obj=attaque",
        "Selon le maire, le préfet et le ministre ont condamné l'attaque.",
        "condamné/condamner nsubj=préfet obj=attaque",
    ),
    (
        "pronoun of whom something is given",
        "Le Conseil de sécurité, que Rabat avait saisi, lui a apporté son soutien.",
        "apporté/apporter nsubj=Conseil iobj=lui",
        "L'administration pénitentiaire a refusé.",
        "refusé/refuser nsubj=administration",
    ),
    (
        "two names behind 'que'",
        "Londres exige que Moscou et Minsk retirent leurs troupes.",
        "retirent/retirer nsubj=Moscou obj=troupes",
        "Londres exige que Minsk retire ses troupes.",
        "retire/retirer nsubj=Minsk obj=troupes",
    ),
    (
        "subject behind the verb of a comparison",
        "Le Soudan nie avoir armé la milice, comme l'en accuse le Tchad.",
        "accuse/accuser nsubj=Tchad obj=l'",
        "Le Soudan a armé la milice, comme le Tchad l'en accuse.",
        "accuse/accuser nsubj=Tchad",
    ),
    (
        "relative behind an object",
        "Berlin refuse l'embargo que souhaite Varsovie.",
        "souhaite/souhaiter nsubj=Varsovie obj=que",
        "Berlin souhaite que Varsovie cède.",
        "cède/céder nsubj=Varsovie",
    ),
    (
        "adverb read as the object",
        "Taïwan a fourni gratuitement des masques au Honduras.",
        "fourni/fournir nsubj=Taïwan obj=masques",
        "Taïwan a fourni des masques au Honduras.",
        "fourni/fournir nsubj=Taïwan obj=masques",
    ),
    (
        "article of part before a place",
        "L'armée jordanienne a largué de l'aide humanitaire sur Gaza.",
        "largué/larguer nsubj=armée obj=aide",
        "Le convoi est revenu de la capitale.",
        "revenu/revenir nsubj=convoi obl:arg=capitale",
    ),
    (
        "contracted article behind a preposition",
        "Le président équatorien a reculé face aux manifestants.",
        "manifestants/manifestant case=face case=aux",
        "Le président équatorien a parlé aux manifestants.",
        "manifestants/manifestant case=aux",
    ),
    (
        "preposition with a noun of its own before an object",
        "Le parquet a classé sans suite la plainte contre le ministre.",
        "classé/classer nsubj=parquet obl:mod=suite obj=plainte",
        "Le parquet a classé la plainte contre le ministre.",
        "classé/classer nsubj=parquet obj=plainte",
    ),
    (
        "the one who is given something, hung under the gift",
        "Le candidat de l'opposition a concédé la victoire au président.",
        "concédé/concéder nsubj=candidat obj=victoire obl:arg=président",
        "Le candidat de l'opposition a obtenu l'accès au port.",
        "obtenu/obtenir nsubj=candidat obj=accès",
    ),
    (
        "noun written like an auxiliary",
        "Le Maroc a dépêché deux avions chargés de vivres au Niger.",
        "dépêché/dépêcher nsubj=Maroc obj=avions",
        "Nous avions chargé les vivres.",
        "chargé/charger aux:tense=avions",
    ),
    (
        "verb of urging read as a noun",
        "L'Union africaine presse Khartoum d'accepter la paix.",
        "presse/presser nsubj=Union obj=Khartoum xcomp=accepter",
        "L'agence de presse refuse de publier le texte.",
        "refuse/refuser nsubj=agence",
    ),
    (
        "who is warned hung on the phrase with en",
        "Bruxelles met en demeure Varsovie de respecter le droit.",
        "met/mettre nsubj=Bruxelles obj=Varsovie",
        "Bruxelles a mis en garde lundi.",
        "mis/mettre nsubj=Bruxelles",
    ),
    (
        "passive with two auxiliaries",
        "Le maire a été passé à tabac par des miliciens.",
        "passé/passer nsubj:pass=maire",
        "Le maire est passé à la mairie.",
        "passé/passer nsubj=maire",
    ),
    (
        "participle and name read as pronouns",
        "Des militaires ont massacré des habitants peuls à Moura.",
        "massacré/massacrer nsubj=militaires obj=habitants",
        "Ils en ont massacré plusieurs.",
        "massacré/massacrer nsubj=Ils",
    ),
    (
        "what the accused is charged with",
        "Ankara est accusée par une ONG d'avoir refoulé des migrants.",
        "refoulé/refouler obj=migrants",
        "Ankara est critiquée par une ONG chargée de refouler des migrants.",
        "critiquée/critiquer nsubj:pass=Ankara",
    ),
    (
        "subject behind a passive that opens the sentence",
        "Ont été arrêtés trois colonels.",
        "arrêtés/arrêter nsubj:pass=colonels",
        "Trois colonels ont été arrêtés.",
        "arrêtés/arrêter nsubj:pass=colonels",
    ),
    (
        "what somebody is urged to",
        "Ankara a appelé les deux camps à la retenue.",
        "appelé/appeler obj=camps obl:arg=retenue",
        "Ankara a invité les deux camps.",
        "invité/inviter obj=camps",
    ),
    (
        "plural object with an adjective behind a day",
        "Le Conseil de sécurité a adopté lundi de nouvelles sanctions contre Pyongyang.",
        "adopté/adopter obj=sanctions obl:mod=lundi",
        "Le Conseil de sécurité a parlé lundi de nouvelles sanctions.",
        "parlé/parler nsubj=Conseil obl:mod=lundi",
    ),
    (
        "capital read as a verb",
        "Paris a appelé Ankara à la retenue.",
        "appelé/appeler nsubj=Paris obj=Ankara",
        "Paris a appelé à la retenue.",
        "appelé/appeler nsubj=Paris obl:arg=retenue",
    ),
    (
        "relative pronoun behind a preposition",
        "Washington, à qui Ankara réclame des missiles, se tait.",
        "réclame/réclamer obl:arg=qui",
        "Ankara, qui réclame des excuses, se tait.",
        "réclame/réclamer nsubj=qui",
    ),
    (
        "subject behind the verb of a clause with a pronoun for its object",
        "Moscou arme les rebelles, ce dont l'accusent les Ukrainiens.",
        "accusent/accuser nsubj=Ukrainiens obj=l'",
        "Le pays dont Kiev accuse les dirigeants se tait.",
        "accuse/accuser nsubj=Kiev obj=dirigeants",
    ),
    (
        "apposition read as a second subject",
        "Les déplacés, ces habitants chassés du nord, accusent l'armée de leur avoir menti samedi.",
        "déplacés/déplacé appos=habitants",
        "La Pologne et la Suède accusent les mutins.",
        "accusent/accuser nsubj=Pologne obj=mutins",
    ),
    (
        "finite verb hung under its infinitive",
        "Ottawa a appelé les autorités à la retenue et pourrait dépêcher des observateurs au Chili.",
        "pourrait/pouvoir xcomp=dépêcher",
        "Ottawa se dit prêt à dépêcher des observateurs au Chili.",
        "dépêcher/dépêcher obj=observateurs",
    ),
    (
        "verb of intention read as a noun",
        "Le président compte s'entretenir avec son homologue russe.",
        "compte/compter nsubj=président xcomp=entretenir",
        "Le compte du président a été fermé.",
        "fermé/fermer nsubj:pass=compte",
    ),
    (
        "participle behind an incise",
        "« Ces mutins seront punis », avertit le ministre, accusant l'armée de trahison.",
        "avertit/avertir nsubj=ministre advcl=accusant",
        "Le ministre a quitté la salle, accusant l'armée de trahison.",
        "quitté/quitter nsubj=ministre advcl=accusant",
    ),
    (
        "subject behind the verb and its pronoun",
        "Kiev nie l'assassinat dont l'accuse Moscou.",
        "accuse/accuser nsubj=Moscou obj=l'",
        "Le raid que Kiev lui impute a tué dix civils.",
        "impute/imputer nsubj=Kiev",
    ),
    (
        "verb with an adverb's ending behind a pronoun",
        "Quant aux frappes, Moscou les dément.",
        "dément/démentir nsubj=Moscou obj=les",
        "Quant aux frappes, Moscou agit lentement.",
        "agit/agir nsubj=Moscou",
    ),
    (
        "day behind the verb of a relative clause",
        "L'ambassadeur iranien, que Londres a expulsé lundi, est connu.",
        "expulsé/expulser nsubj=Londres obj=que obl:mod=lundi",
        "Le ministre a choisi ce lundi.",
        "choisi/choisir nsubj=ministre obj=lundi",
    ),
    (
        "what belongs to an opening participle",
        "Arrêté lundi par la police kényane, l'opposant Jean Diallo reste introuvable.",
        "Arrêté/arrêter obl:agent=police",
        "Arrêté préfectoral en main, le maire de Gao attend.",
        "attend/attendre nsubj=maire",
    ),
    (
        "opening participle with a number of times",
        "Arrêté deux fois pour fraude, le banquier Jean Diallo a fui au Liban.",
        "fui/fuir advcl=Arrêté",
        "Arrêté préfectoral en main, le maire de Gao attend.",
        "attend/attendre nsubj=maire",
    ),
    (
        "agent of a participle behind a verb that lasts",
        "La route demeure coupée par les rebelles.",
        "coupée/couper obl:agent=rebelles",
        "Le ministre reste par devoir.",
        "reste/rester nsubj=ministre",
    ),
    (
        "lasting verb read as an auxiliary",
        "L'aéroport de Nouméa demeure fermé aux vols commerciaux.",
        "fermé/fermer nsubj:pass=aéroport",
        "L'aéroport de Nouméa a fermé ses portes.",
        "fermé/fermer nsubj=aéroport obj=portes",
    ),
    (
        "gerund read as a noun",
        "Le M23 a durci sa position, bombardant le camp de l'ONU.",
        "bombardant/bombarder obj=camp",
        "Le M23 a durci sa position, un manifestant le dit.",
        "durci/durcir nsubj=M23 obj=position",
    ),
    (
        "subject behind the verb of a relative clause",
        "Le camp de l'ONU, qu'a bombardé le M23 lundi, est connu.",
        "bombardé/bombarder nsubj=M23",
        "Le camp de l'ONU, que le M23 a bombardé, est connu.",
        "bombardé/bombarder nsubj=M23 obj=que",
    ),
    (
        "object behind an infinitive",
        "Emmanuel Macron dit avoir rencontré le président turc.",
        "rencontré/rencontrer obj=président",
        "Emmanuel Macron laisse parler le ministre.",
        "laisse/laisser nsubj=Emmanuel",
    ),
    (
        "name behind the object of a gerund",
        "La police kényane a durci sa position, arrêtant l'opposant Jean Diallo.",
        "arrêtant/arrêter obj=opposant",
        "La police kényane a arrêté l'opposant.",
        "arrêté/arrêter nsubj=police obj=opposant",
    ),
    (
        "participle between commas",
        "Le gouvernement rwandais, dénoncé lundi par Kinshasa, reste en place.",
        "dénoncé/dénoncer obl:agent=Kinshasa",
        "Le gouvernement rwandais a dénoncé lundi Kinshasa.",
        "dénoncé/dénoncer nsubj=gouvernement",
    ),
    (
        "object of a relative clause that was read as the subject",
        "Le ministre norvégien Jan Roy, dont le pays bloque l'aide à Kiev, a rencontré Vladimir Poutine.",
        "rencontré/rencontrer nsubj=ministre obj=Vladimir",
        "Le ministre a vu le pays qui bloque l'aide.",
        "bloque/bloquer nsubj=qui obj=aide",
    ),
    (
        "name behind a source phrase",
        "Selon un responsable américain, Washington a fourni à Kiev des missiles.",
        "fourni/fournir nsubj=Washington obj=missiles",
        "Selon le ministre, Jean Roy, la trêve tient.",
        "tient/tenir nsubj=trêve",
    ),
    (
        "finite form that looks like an adverb",
        "Moscou assure que l'attaque a été menée par Oslo, ce que la Norvège dément.",
        "dément/démentir nsubj=Norvège obj=que",
        "Moscou fait lentement ce que la Norvège demande.",
        "demande/demander nsubj=Norvège obj=que",
    ),
    (
        "subject inside a relative clause",
        "La grève générale à laquelle appelait l'Association des professeurs soudanais a fermé les banques.",
        "appelait/appeler nsubj=Association",
        "La grève qui inquiétait l'Association a fermé les banques.",
        "fermé/fermer nsubj=grève obj=banques",
    ),
    (
        "participle behind a colon",
        "L'unité du pays ne se négocie pas : recevant vendredi les envoyés, Abiy Ahmed a refusé leur offre.",
        "refusé/refuser nsubj=Abiy advcl=recevant",
        "Le ministre est parti, laissant un message à ses amis.",
        "parti/partir nsubj=ministre advcl=laissant",
    ),
    (
        "participle joined to an infinitive that shares the auxiliary above",
        "Le président a sommé Moscou de tenir parole et promis à Tbilissi une aide humanitaire.",
        "sommé/sommer nsubj=président conj=promis",
        "Le président a sommé Moscou de tenir parole et de partir.",
        "tenir/tenir obj=parole",
    ),
    (
        "who said the words before a verb that tells much else",
        "« Les droits de tous ont été bafoués », s'est insurgé le député norvégien.",
        "insurgé/insurger nsubj=député",
        "Il entre, félicite le vainqueur.",
        "félicite/féliciter obj=vainqueur",
    ),
    (
        "future of a verb with a stem of its own",
        "Emmanuel Macron débattra lundi avec des maires.",
        "débattra/débattre nsubj=Emmanuel",
        "Le front reste calme.",
        "front/front",
    ),
    (
        "pronoun of a verb that is not impersonal",
        "Il réclame le départ des observateurs.",
        "réclame/réclamer nsubj=Il obj=départ",
        "Il faut un accord avant lundi.",
        "faut/falloir expl:subj=Il obj=accord",
    ),
    (
        "object behind a verb that has its subject",
        "Au Tchad aussi, le général Kabir avait rencontré M. Nzambi à Moundou en mars.",
        "rencontré/rencontrer nsubj=général obj=M.",
        "« Nous tiendrons », a dit lundi le ministre.",
        "dit/dire nsubj=ministre",
    ),
    (
        "bare object behind a day",
        "La ministre Hélène Roy, qui recevait ce matin syndicats et élus, doit parler ce soir.",
        "recevait/recevoir obj=syndicats",
        "Le général est resté président trois ans.",
        "resté/rester nsubj=général xcomp=président",
    ),
    (
        "possessive read as a preposition",
        "La Banque mondiale a suspendu à son tour ses versements mercredi.",
        "suspendu/suspendre nsubj=Banque obj=versements",
        "La Banque mondiale a réagi à son tour.",
        "réagi/réagir nsubj=Banque",
    ),
    (
        "agent hung on the day",
        "Interpellés lundi par la police, les deux pêcheurs ont été relâchés.",
        "Interpellés/interpeller obl:agent=police",
        "La délégation est partie lundi par la route du nord.",
        "partie/partir nsubj=délégation obl:mod=route",
    ),
    (
        "verbs after commas",
        "Il demande à ses partisans de rentrer chez eux, propose un vote et se dit prêt au dialogue.",
        "demande/demander nsubj=Il conj=propose",
        "Le texte est prêt, affirme le ministre.",
        "affirme/affirmer nsubj=ministre",
    ),
    (
        "bare word behind et that is a verb",
        "Le chef du mouvement, qui rejette le Conseil et menace de marcher sur la capitale, n'a pas réagi.",
        "rejette/rejeter nsubj=qui conj=menace",
        "Le patron craint la grève et la menace d'un boycott.",
        "craint/craindre nsubj=patron",
    ),
    (
        "participles that share the auxiliary behind a comma",
        "La Norvège a dénoncé l'accord, retiré ses troupes et fermé la frontière.",
        "dénoncé/dénoncer nsubj=Norvège conj=retiré",
        "La Norvège a dénoncé l'accord, signé en mars.",
        "signé/signer",
    ),
    (
        "finite verb joined to an infinitive",
        "Moscou menace de quitter le traité et accuse Stockholm de fraude.",
        "menace/menacer nsubj=Moscou conj=accuse",
        "Oslo menace de quitter le traité et de fermer le pont.",
        "quitter/quitter obj=traité conj=fermer",
    ),
    (
        "participle that opens the sentence",
        "Réunis lundi soir à Bergen, la chancelière et le président finlandais ont prié Oslo de répondre.",
        "prié/prier nsubj=chancelière advcl=Réunis",
        "Réunis, ils sont forts.",
        "forts/fort nsubj=ils",
    ),
    (
        "verb of a relative clause that governs",
        "Les insurgés, qui avaient pris Moundou sans combattre à l'aube, ont pénétré dans la capitale.",
        "pénétré/pénétrer nsubj=insurgés",
        "À Oslo, qui l'a reçu, il a promis une réponse.",
        "promis/promettre nsubj=il obj=réponse",
    ),
    (
        "subject behind a passive",
        "Dans le convoi ont été tués deux soldats norvégiens.",
        "tués/tuer nsubj:pass=soldats",
        "Les soldats ont tué deux assaillants.",
        "tué/tuer nsubj=soldats obj=assaillants",
    ),
    (
        "adjective read as the verb",
        "La police néerlandaise a interpellé l'assaillant.",
        "interpellé/interpeller nsubj=police obj=assaillant",
        "La police enquête sur l'attentat.",
        "enquête/enquêter nsubj=police",
    ),
    (
        "participle clause with a subject of its own",
        "Les pièces rentreront à Khartoum, la France les ayant restituées au Soudan lundi.",
        "restituées/restituer nsubj=France obj=les",
        "Le ministre, ayant refusé l'offre, est parti.",
        "parti/partir nsubj=ministre",
    ),
    (
        "verb of a relative clause tagged as a name",
        "La course s'est disputée sans les Biélorusses, dont le gouvernement boycotte toutes les épreuves.",
        "boycotte/boycotter nsubj=gouvernement",
        "Le ministre, dont le parti a voté, est parti.",
        "voté/voter nsubj=parti",
    ),
    (
        "relative clause behind the noun that it takes up",
        "La détente doit beaucoup à Riyad, qui versera en mai 5 milliards de dollars à Ankara.",
        "Riyad/Riyad acl:relcl=versera",
        "Les chefs de l'armée, qui ont fui, seront jugés.",
        "chefs/chef acl:relcl=fui",
    ),
    (
        "que as the object of its verb",
        "Son frère est l'un des cinq journalistes que la junte de Bamako détient depuis mars.",
        "détient/détenir nsubj=junte obj=que",
        "Le fait que la junte détient des journalistes inquiète Paris.",
        "détient/détenir nsubj=junte mark=que",
    ),
    (
        "who is named before a relative clause and acts after it",
        "L'opposant Alexeï Roy, que la police a interpellé à son arrivée, dénonce un procès politique.",
        "dénonce/dénoncer nsubj=opposant obj=procès",
        "Le ministre a informé la presse que le raid avait cessé.",
        "informé/informer nsubj=ministre obj=presse ccomp=cessé",
    ),
    (
        "participle",
        "Le ministre russe, Sergueï Roy, a téléphoné samedi à son homologue.",
        "téléphoné/téléphoner nsubj=ministre",
        "Le ministre a peur.",
        "a/avoir obj=peur",
    ),
    (
        "perfect infinitive",
        "La Turquie accuse Damas d'avoir violé le cessez-le-feu.",
        "violé/violer obj=cessez-le-feu aux:tense=avoir",
        "Il nie avoir peur.",
        "avoir/avoir obj=peur",
    ),
    (
        "headline verb",
        "Bruxelles menace Varsovie de sanctions.",
        "menace/menacer nsubj=Bruxelles obj=Varsovie",
        "La menace russe inquiète Varsovie.",
        "inquiète/inquiéter nsubj=menace obj=Varsovie",
    ),
    (
        "verb cut off",
        "Moscou livre des missiles à Ankara.",
        "livre/livrer nsubj=Moscou obj=missiles",
        "Le livre des missiles a paru.",
        "paru/paraître nsubj=livre",
    ),
    (
        "clitic read as an article",
        "Washington la soupçonne de complicité de fraude.",
        "soupçonne/soupçonner nsubj=Washington obj=la",
        "La police surveille la frontière.",
        "surveille/surveiller nsubj=police obj=frontière",
    ),
    (
        "verb joined to a noun",
        "Ils se sont parlé jeudi, pour la première fois depuis l'annonce du pacte, et se reverront.",
        "parlé/parler conj=reverront",
        "La trêve et la paix suivront.",
        "suivront/suivre nsubj=trêve",
    ),
    (
        "subject of the active voice",
        "Londres a approuvé le raid, Téhéran l'a vigoureusement condamné.",
        "condamné/condamner nsubj=Téhéran obj=l'",
        "La ville a été reprise.",
        "reprise/reprendre nsubj:pass=ville",
    ),
    (
        "aside",
        "Poutine, a expliqué son conseiller Iouri Ouchakov, attend des excuses.",
        "attend/attendre nsubj=Poutine obj=excuses",
        "Le conseiller, qui a expliqué la décision, attend des excuses.",
        "attend/attendre nsubj=conseiller obj=excuses",
    ),
    (
        "subject behind a relative of place",
        "La mutinerie a éclaté à Kati, où des soldats s'étaient emparés du camp.",
        "emparés/emparer nsubj=soldats",
        "La mutinerie a éclaté à Kati, où l'armée a tiré.",
        "tiré/tirer nsubj=armée",
    ),
    (
        "antecedent that agrees",
        "C'est la réplique aux accusations du gouvernement, qui impute à Moscou cette affaire.",
        "gouvernement/gouvernement acl:relcl=impute",
        "Les chefs du groupe, qui ont fui, sont recherchés.",
        "chefs/chef acl:relcl=fui",
    ),
    (
        "number in one word",
        "Soixante-quatorze soldats russes sont tombés depuis samedi.",
        "soldats/soldat nummod=Soixante-quatorze",
        "Deux soldats sont tombés.",
        "soldats/soldat nummod=Deux",
    ),
    (
        "verb under an apposition",
        "Selon la radio qui a révélé l'information, son frère Jean, autre figure du groupe, a été blessé.",
        "blessé/blesser nsubj:pass=frère",
        "Un accord qui inquiète Paris.",
        "inquiète/inquiéter nsubj=qui",
    ),
    (
        "motion",
        "Les troupes turques sont entrées dans le nord.",
        "entrées/entrer nsubj=troupes aux:tense=sont",
        "Les portes ont été fermées.",
        "fermées/fermer nsubj:pass=portes aux:pass=été",
    ),
    (
        "reflexive",
        "Les deux hommes se sont rencontrés à Vienne.",
        "rencontrés/rencontrer nsubj=hommes",
        "Les deux hommes ont été rencontrés à Vienne.",
        "rencontrés/rencontrer nsubj:pass=hommes",
    ),
    (
        "agent",
        "La ville a été reprise par l'armée après trois jours.",
        "reprise/reprendre obl:agent=armée",
        "Trois hommes ont été tués par balles.",
        "tués/tuer nsubj:pass=hommes !obl:agent=balles",
    ),
    (
        "inversion",
        "« Cette décision est inacceptable », a réagi la diplomatie chinoise.",
        "réagi/réagir nsubj=diplomatie",
        "Le ministre a annoncé une trêve.",
        "annoncé/annoncer obj=trêve",
    ),
    (
        "inversion behind a day",
        "Le roi a cédé, révèlent vendredi les médias.",
        "révèlent/révéler nsubj=médias",
        "Ils ont révélé vendredi les faits.",
        "révélé/révéler obj=faits",
    ),
    (
        "object behind a day",
        "Le Parlement a adopté mercredi une loi sur les agents.",
        "adopté/adopter obj=loi",
        "Le sommet a repris la semaine dernière.",
        "repris/reprendre !obj=semaine",
    ),
    (
        "coordination",
        "Riyad et Téhéran renouent leurs relations diplomatiques.",
        "renouent/renouer nsubj=Riyad obj=relations",
        "Kiev hésite et Moscou attend.",
        "attend/attendre nsubj=Moscou",
    ),
    (
        "participle as root",
        "Un groupe affilié au parti a été lié à des abus.",
        "lié/lier nsubj:pass=groupe",
        "Un groupe armé avance.",
        "avance/avancer nsubj=groupe",
    ),
    (
        "relative as root",
        "Son homologue, dont le pays préside l'UE, l'a assuré de son soutien.",
        "assuré/assurer nsubj=homologue",
        "Le ministre préside l'UE.",
        "préside/présider nsubj=ministre",
    ),
    (
        "insertion",
        "Sept civils, dont deux enfants, ont été blessés.",
        "blessés/blesser nsubj:pass=civils",
        "Lundi, deux enfants ont été blessés.",
        "blessés/blesser nsubj:pass=enfants",
    ),
    (
        "heading",
        "Soudan: le général Burhane limoge deux ministres",
        "limoge/limoger nsubj=général obj=ministres",
        "Le général limoge deux ministres: l'annonce surprend.",
        "limoge/limoger nsubj=général",
    ),
    (
        "opening participle",
        "Réunis à Luxembourg, les ministres ont adopté un texte.",
        "adopté/adopter nsubj=ministres",
        "Des réfugiés ont quitté le camp.",
        "quitté/quitter nsubj=réfugiés",
    ),
    (
        "number",
        "Plus de trois cents personnes ont été arrêtées.",
        "arrêtées/arrêter nsubj:pass=personnes",
        "Deux ont fui.",
        "fui/fuir nsubj=Deux",
    ),
    (
        "present like a participle",
        "Cette annonce fait suite au sommet.",
        "fait/faire nsubj=annonce",
        "La lettre a été écrite.",
        "écrite/écrire nsubj:pass=lettre",
    ),
    (
        "pronoun behind",
        "« Nous partons », a-t-elle ajouté.",
        "ajouté/ajouter nsubj=-elle !nsubj=-t",
        "Elle a ajouté un mot.",
        "ajouté/ajouter nsubj=Elle",
    ),
    (
        "object behind a place",
        "Le président a reçu lundi 6 octobre au Kremlin le ministre iranien.",
        "reçu/recevoir nsubj=président obj=ministre",
        "L'armée a tiré lundi sur Gao, la capitale du nord.",
        "tiré/tirer nsubj=armée !obj=capitale",
    ),
    (
        "object behind an interpolation",
        "L'armée malienne a tué samedi, dans la région de Mopti, onze rebelles.",
        "tué/tuer nsubj=armée obj=rebelles",
        "L'armée malienne est entrée samedi, à l'aube, dans Douentza, la ville voisine.",
        "entrée/entrer nsubj=armée !obj=ville",
    ),
    (
        "article read as a preposition behind an interpolation",
        "Israël a signé mardi, à Washington, des accords de paix.",
        "signé/signer nsubj=Israël obj=accords",
        "Le président a parlé mardi des otages.",
        "parlé/parler nsubj=président !obj=otages",
    ),
    (
        "apposition read as a list",
        "La Turquie, membre de l'Otan, a frappé lundi trois villages.",
        "Turquie/Turquie appos=membre",
        "La Turquie, alliée et membre de l'Otan, a frappé lundi trois villages.",
        "frappé/frapper nsubj=Turquie",
    ),
    (
        "adjective that agrees with the noun above",
        "Des avions de combat israéliens ont frappé le port.",
        "avions/avion amod=israéliens",
        "Des avions de la marine russe ont frappé le port.",
        "marine/marine amod=russe",
    ),
    (
        "place taken into the object behind it",
        "Martin Griffiths a rencontré à Sanaa les dirigeants houthis.",
        "rencontré/rencontrer obj=dirigeants obl:mod=Sanaa",
        "Martin Griffiths a répondu à Sanaa, les dirigeants ont protesté.",
        "protesté/protester nsubj=dirigeants",
    ),
    (
        "speaker behind words quoted that the parser took for a subject",
        "« Le gouvernement ment », a accusé l'opposant.",
        "accusé/accuser nsubj=opposant",
        "« Tout va bien », le maire a accusé l'opposant.",
        "accusé/accuser nsubj=maire obj=opposant",
    ),
    (
        "place hung on the day before it",
        "Une délégation américaine est arrivée dimanche à Kaboul.",
        "arrivée/arriver nsubj=délégation obl:mod=Kaboul",
        "Le maire a choisi ce lundi.",
        "choisi/choisir nsubj=maire",
    ),
    (
        "subject behind an opening participle",
        "Réunis mardi à Lima, douze États américains ont condamné la répression.",
        "condamné/condamner nsubj=États obj=répression",
        "Investi président, il a quitté Bamako.",
        "quitté/quitter nsubj=il",
    ),
    (
        "what is given, behind a partitive",
        "Berlin va livrer du matériel militaire à Kiev.",
        "livrer/livrer obj=matériel obl:arg=Kiev",
        "Le ministre revient du front.",
        "revient/revenir obl:arg=front",
    ),
    (
        "object behind a name",
        "La Grèce pourrait acheter à la France des avions.",
        "acheter/acheter obl:arg=France obj=avions",
        "La Grèce a parlé à Paris des avions.",
        "parlé/parler nsubj=Grèce",
    ),
    (
        "person behind a place",
        "Emmanuel Macron accueillera vendredi à Nice Mme Diallo.",
        "accueillera/accueillir obj=Mme",
        "Emmanuel Macron a parlé à Nice, Mme Diallo aussi.",
        "parlé/parler nsubj=Emmanuel",
    ),
    (
        "inverted subject of an oblique relative",
        "Le traité, dont se félicite le ministre, entre en vigueur.",
        "félicite/féliciter nsubj=ministre",
        "Le texte, que la Hongrie a voté, est connu.",
        "voté/voter nsubj=Hongrie",
    ),
    (
        "intention read as a noun",
        "Rome compte expédier une aide à l'Arménie.",
        "compte/compter nsubj=Rome xcomp=expédier",
        "Le compte rendu du conseil est long.",
        "rendu/rendre",
    ),
    (
        "reflexive read as a passive",
        "Les deux ministres ne se sont en revanche pas entendus sur une trêve.",
        "entendus/entendre nsubj=ministres expl:comp=se",
        "Les deux ministres ont été entendus.",
        "entendus/entendre nsubj:pass=ministres",
    ),
    (
        "relative object of an infinitive",
        "Le président turc attend Vladimir Poutine, qu'il pourrait recevoir en août.",
        "recevoir/recevoir obj=qu'",
        "Le juge a vu le ministre qu'il accuse de mentir.",
        "accuse/accuser obj=qu'",
    ),
    (
        "pronoun of a modal",
        "Le ministre est arrivé : il doit rencontrer les syndicats.",
        "doit/devoir nsubj=il xcomp=rencontrer",
        "Il faut libérer les otages.",
        "faut/falloir expl:subj=Il",
    ),
    (
        "number of two words",
        "Vingt et un pays européens ont condamné la répression.",
        "condamné/condamner nsubj=pays obj=répression",
        "Vingt soldats et un civil ont péri.",
        "péri/périr nsubj=soldats",
    ),
    (
        "verb behind the noun of a relative clause",
        "Le Premier ministre israélien, dont le pays bombarde Gaza depuis mai, a rejeté l'appel de l'ONU.",
        "bombarde/bombarder nsubj=pays obj=Gaza",
        "Le parti dont le chef a été arrêté proteste.",
        "arrêté/arrêter nsubj:pass=chef",
    ),
    (
        "object behind d' and an adjective",
        "Les talibans ont démenti avoir exécuté d'anciens soldats.",
        "exécuté/exécuter obj=soldats",
        "Les talibans ont parlé d'anciens soldats.",
        "parlé/parler nsubj=talibans",
    ),
    (
        "indefinite before its verb",
        "D'autres ont bloqué une route.",
        "bloqué/bloquer nsubj=autres obj=route",
        "D'autres soldats ont bloqué une route.",
        "bloqué/bloquer nsubj=soldats obj=route",
    ),
    (
        "what a cleft brings to the front",
        "C'est à Genève que Paris a signé un accord avec Rome.",
        "signé/signer nsubj=Paris obj=accord obl:mod=Genève",
        "Ce n'est pas à Genève que Paris signera un accord.",
        "signera/signer nsubj=Paris obj=accord",
    ),
    (
        "agent of a noun behind a verb in the active",
        "Des heurts ont éclaté malgré le lancement par le président Emmanuel Macron d'un grand débat.",
        "lancement/lancement nmod=président",
        "La ville a été reprise dans la nuit par l'armée.",
        "reprise/reprendre obl:agent=armée",
    ),
    (
        "name right behind its verb",
        "L'armée russe a quitté Kherson le 11 novembre.",
        "quitté/quitter nsubj=armée obj=Kherson",
        "L'armée russe est arrivée à Kherson le 11 novembre.",
        "arrivée/arriver nsubj=armée !obj=Kherson",
    ),
    (
        "halves of an emphatic pronoun",
        "Les manifestants ont quitté d'eux-mêmes la place.",
        "eux/lui amod=mêmes",
        "Les manifestants ont quitté les mêmes places.",
        "places/place !nmod=eux",
    ),
    (
        "participle of a simple passive read as an adjective",
        "Cent vingt prisonniers seront échangés dimanche à la frontière.",
        "échangés/échanger nsubj:pass=prisonniers",
        "Les prisonniers seront nombreux dimanche à la frontière.",
        "nombreux/nombreux cop=seront",
    ),
    (
        "name right behind a verb that may also be one of saying",
        "Les talibans ont repris Kunduz lundi matin.",
        "repris/reprendre nsubj=talibans obj=Kunduz",
        "Les talibans ont repris lundi matin.",
        "repris/reprendre nsubj=talibans !obj=lundi",
    ),
    (
        "gerund hung on the noun behind it",
        "Un obus est tombé sur une école, blessant quatorze élèves.",
        "blessant/blesser obj=élèves",
        "Un obus est tombé sur une école, de puissants tirs ont suivi.",
        "tirs/tir amod=puissants",
    ),
    (
        "subject with an amount before its inserted part",
        "Au moins dix civils, dont six enfants, ont péri dans un raid aérien.",
        "péri/périr nsubj=civils",
        "À Gaza, dix civils ont péri dans un raid aérien.",
        "péri/périr nsubj=civils",
    ),
    (
        "infinitive that the tables name only under its other forms",
        "Les assaillants ont cherché à incendier la mairie.",
        "incendier/incendier obj=mairie",
        "Les ministres ont assisté au dîner.",
        "dîner/dîner case=au",
    ),
    (
        "what stands behind an infinitive of the past",
        "Kigali dément avoir envoyé des soldats au Congo.",
        "envoyé/envoyer obj=soldats aux:tense=avoir",
        "Kigali dément ces accusations.",
        "dément/démentir nsubj=Kigali obj=accusations",
    ),
    (
        "article of a part behind a verb of giving",
        "La Chine va livrer du riz à Pyongyang.",
        "livrer/livrer obj=riz",
        "Le ministre vient du village.",
        "vient/venir nsubj=ministre obl:arg=village",
    ),
    (
        "giver between a verb and what is given",
        "Le Rwanda a reçu d'Israël des drones et des fusils.",
        "reçu/recevoir obl:arg=Israël obj=drones",
        "Le Rwanda a reçu du matériel des États-Unis.",
        "reçu/recevoir obj=matériel",
    ),
    (
        "verb behind 'et', with whom it asks",
        "Bakou dément et somme Paris de cesser ses attaques.",
        "somme/sommer obj=Paris xcomp=cesser",
        "Entre colère et menace de grève, les soignants attendent.",
        "attendent/attendre nsubj=soignants",
    ),
    (
        "noun before an infinitive that is the verb",
        "L'armée menace de répondre à toute nouvelle attaque.",
        "menace/menacer nsubj=armée xcomp=répondre",
        "L'armée redoute une menace de grève.",
        "redoute/redouter nsubj=armée obj=menace",
    ),
    (
        "verb behind a name set off by commas",
        "Un cadre du parti, Othman Cheikh Issa, menace désormais les forces turques.",
        "menace/menacer nsubj=cadre obj=forces",
        "Un cadre du parti, Othman Cheikh Issa, a cédé.",
        "cédé/céder nsubj=cadre",
    ),
    (
        "verb of saying before its clause",
        "Téhéran avertit que toute nouvelle attaque entraînerait une réponse.",
        "avertit/avertir nsubj=Téhéran ccomp=entraînerait",
        "L'homme averti que la police arrivait a fui.",
        "fui/fuir nsubj=homme",
    ),
    (
        "clause told to somebody",
        "Bruxelles a averti la Turquie qu'elle sanctionnerait ses forages.",
        "averti/avertir obj=Turquie ccomp=sanctionnerait",
        "Le ministre a averti le président alors qu'elle forait.",
        "averti/avertir nsubj=ministre obj=président",
    ),
    (
        "infinitive behind a modal",
        "Le président devrait téléphoner à son homologue brésilien.",
        "téléphoner/téléphoner obl:arg=homologue",
        "Le maire donne un dîner.",
        "donne/donner nsubj=maire obj=dîner",
    ),
    (
        "pronoun before a modal",
        "Il doit rencontrer les occupants ce soir.",
        "doit/devoir nsubj=Il xcomp=rencontrer",
        "Le ministre doit rencontrer les occupants.",
        "doit/devoir nsubj=ministre xcomp=rencontrer",
    ),
    (
        "object of an infinitive behind a modal",
        "Le ministre russe, que le président turc pourrait recevoir en août, est venu.",
        "recevoir/recevoir obj=que",
        "Le ministre russe, que le président turc a reçu, est venu.",
        "reçu/recevoir nsubj=président obj=que",
    ),
    (
        "clitic between the subject and its verb",
        "Le ministre de l'Intérieur, Bernard Cazeneuve, les a reçus.",
        "reçus/recevoir nsubj=ministre obj=les",
        "Les maires ont été reçus.",
        "reçus/recevoir nsubj:pass=maires",
    ),
]


def shows(sentences, fact):
    """Whether the fact ('verb/lemma relation=word !relation=word') holds in one of the sentences."""
    head, *relations = fact.split()
    form, lemma = head.split("/")
    for sentence in sentences:
        for token in sentence.tokens:
            if token.text != form or token.lemma != lemma:
                continue
            below = {f"{child.dep}={child.text}" for child in sentence.children(token.i)}
            if all(r[1:] not in below if r.startswith("!") else r in below for r in relations):
                return True
    return False


@pytest.mark.parametrize(("text", "fact"), [pytest.param(c[1], c[2], id=c[0]) for c in CASES])
def test_mends_what_it_is_made_for(parse, text, fact):
    assert shows(parse(text), fact)


@pytest.mark.parametrize(("text", "fact"), [pytest.param(c[3], c[4], id=f"not {c[0]}") for c in CASES])
def test_leaves_alone_what_is_right(parse, text, fact):
    assert shows(parse(text), fact)


def test_hand_checked_trees_stay_right(parse):
    trees = tomllib.loads((Path(__file__).parent.parent / "data/trees.toml").read_text(encoding="utf8"))[
        "tree"
    ]
    relations = {"subj": "nsubj", "spass": "nsubj:pass", "obj": "obj", "agent": "obl:agent"}
    right = total = 0
    for tree in trees:
        sentences = parse(tree["text"])
        for clause in tree["clauses"]:
            head, *pairs = clause.split()
            facts = [
                f"{head} {relations[k]}={v.split('~')[0]}"
                for k, v in (p.split("=") for p in pairs)
                if k != "mood"
            ]
            right += sum(shows(sentences, fact) for fact in facts or [head])
            total += len(facts or [head])
    assert right / total >= 0.97  # measured .98; the unmended parse reaches .87


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("M. Lavrov a reçu Mme Roy. Le Dr. Abiy a salué ce geste.", 2),
        ("« Nous partons. » Le général a quitté la ville.", 2),
        ("Le chef d'état-major a démissionné. « C'est fini », a-t-il dit.", 2),
        ("Il a cité l'ONG.Depuis lundi, elle se tait.", 2),
        ("Moscou livre des missiles à Ankara.", 1),
        ("« Qui a tiré ? », a demandé le juge.", 1),
    ],
)
def test_sentences_end_where_they_end(parse, text, count):
    assert len(parse(text)) == count


@pytest.mark.parametrize(
    ("word", "mood"),
    [("aurait", "Cnd"), ("auraient", "Cnd"), ("serait", "Cnd"), ("seraient", "Cnd"), ("sera", "Ind")],
)
def test_auxiliaries_keep_their_mood(parse, word, mood):
    number = "Les rebelles" if word.endswith("ient") else "Le rebelle"
    participle = "fui" if word.startswith("au") else "parti"
    tokens = [
        t
        for s in parse(f"{number} {word} {participle}{'s' if 'sera' in word and 'Les' in number else ''}.")
        for t in s.tokens
    ]
    assert next(t for t in tokens if t.text == word).feature("Mood") == mood


def test_closing_mark_is_no_part_of_an_inner_phrase(parse):
    (sentence,) = parse("« La Russie doit répondre de ses actes », a lancé la ministre.")
    phrase = next(t for t in sentence.tokens if t.text == "actes")
    assert "»" not in {sentence.tokens[i].text for i in sentence.subtree(phrase.i)}


def forms_read(verbs, sentence, entry):
    words = re.findall(r"\w+", sentence.lower())
    return [w for w in words if (verbs.finite(w) or ("", ""))[1] == entry.feats and w.endswith(entry.ending)]


def test_every_ending_reads_its_examples_and_no_others():
    words = load_tokens("fr")
    verbs = Verbs(words, load_model("fr").lemmas)
    for entry in words.finite:
        assert all(forms_read(verbs, example, entry) for example in entry.examples), entry.id
        assert not any(forms_read(verbs, example, entry) for example in entry.not_), entry.id
    for entry in words.participles:
        for example in entry.examples:
            found = [verbs.participle(w) for w in re.findall(r"\w+", example.lower())]
            assert any(f and f[1] == entry.feats for f in found), entry.id
        for example in entry.not_:
            assert not any(verbs.participle(w) for w in re.findall(r"\w+", example.lower())), entry.id


WORDS = [
    "Paris",
    "le",
    "ministre",
    "a",
    "été",
    "tué",
    "par",
    "«",
    "»",
    ",",
    "et",
    "accuse",
    "qui",
    "samedi",
    "est",
    "-",
]
TAGS = ["NOUN", "VERB", "AUX", "DET", "ADP", "PUNCT", "PROPN", "ADJ", "PRON", "X"]
DEPS = [
    "nsubj",
    "obj",
    "nmod",
    "conj",
    "cc",
    "aux:tense",
    "aux:pass",
    "case",
    "acl",
    "obl:mod",
    "punct",
    "advcl",
    "cop",
]


@st.composite
def trees(draw):
    """Any tree over any words: what a parser at its worst may give."""
    size = draw(st.integers(1, 9))
    order = draw(st.permutations(range(size)))
    heads = {order[0]: order[0]} | {order[k]: order[draw(st.integers(0, k - 1))] for k in range(1, size)}
    tokens, at = [], 0
    for i in range(size):
        word, tag = draw(st.sampled_from(WORDS)), draw(st.sampled_from(TAGS))
        dep = "ROOT" if heads[i] == i else draw(st.sampled_from(DEPS))
        feats = draw(st.sampled_from(["", "VerbForm=Fin", "Tense=Past|VerbForm=Part"]))
        tokens.append(Token(i, at, at + len(word), word, word.lower(), tag, dep, heads[i], feats))
        at += len(word) + 1
    return tuple(tokens)


@pytest.fixture(scope="module")
def verbs():
    return Verbs(load_tokens("fr"), load_model("fr").lemmas)


@given(trees())
def test_what_a_mend_asks_for_stands_wherever_it_mends(verbs, tokens):
    draft = Draft(tokens)
    for mend in MENDS:
        mend(draft, verbs)
    assert mend_sentence(tokens, verbs) == (draft.done() if is_tree(draft.head) else tokens)


@given(trees())
def test_mending_any_tree_gives_a_tree_over_the_same_words(verbs, tokens):
    mended = mend_sentence(tokens, verbs)
    assert is_tree([t.head for t in mended])
    assert [(t.i, t.start, t.text) for t in mended] == [(t.i, t.start, t.text) for t in tokens]
    assert sum(t.dep == "ROOT" for t in mended) >= 1


def test_every_mend_says_what_it_mends_and_what_not():
    for mend in MENDS:
        assert "'" in mend.__doc__, mend.__name__
        assert "Not:" in mend.__doc__ or "Not " in mend.__doc__, mend.__name__
