export const MODELS = [
  ['Renault', 'Clio'],
  ['Renault', 'Mégane'],
  ['Renault', 'Captur'],
  ['Peugeot', '208'],
  ['Peugeot', '308'],
  ['Peugeot', '3008'],
  ['Citroën', 'C3'],
  ['Citroën', 'Berlingo'],
  ['Dacia', 'Sandero'],
  ['Dacia', 'Duster'],
  ['Volkswagen', 'Golf'],
  ['Toyota', 'Yaris'],
  ['BMW', 'Série 1'],
  ['Fiat', '500'],
  ['Ford', 'Transit'],
] as const;

export const COLORS = ['Bleu', 'Gris', 'Noir', 'Blanc', 'Rouge', 'Vert', null] as const;
export const FUELS = ['Essence', 'Diesel', 'Hybride', 'Électrique'] as const;

/** Kind, description, usual quantities and the unit price before tax in cents. */
export const ITEMS = [
  ['labor', 'Main-d’œuvre mécanique (heure)', [1, 1.5, 2, 3], 6500],
  ['labor', 'Diagnostic électronique', [1], 7900],
  ['labor', 'Vidange moteur', [1], 12000],
  ['labor', 'Remplacement plaquettes freins', [1], 18000],
  ['labor', 'Géométrie des trains roulants', [1], 8900],
  ['part', 'Huile moteur 5W30 (litre)', [4, 4.5, 5], 850],
  ['part', 'Filtre à huile', [1], 1200],
  ['part', 'Filtre à air', [1], 1890],
  ['part', 'Plaquettes de frein avant (jeu)', [1], 4590],
  ['part', 'Disques de frein avant (paire)', [1], 9800],
  ['part', 'Pneu 195/65 R15', [2, 4], 7450],
  ['part', 'Batterie 70 Ah', [1], 11900],
  ['part', 'Kit de distribution avec pompe à eau', [1], 28900],
  ['part', 'Balais d’essuie-glace (paire)', [1], 2490],
  ['other', 'Recyclage et petites fournitures', [1], 350],
  ['other', 'Véhicule de remplacement (jour)', [1, 2, 3], 2500],
] as const;

export const SERVICES = [
  'Vidange + contrôle freins',
  'Révision annuelle',
  'Remplacement des pneus',
  'Distribution et pompe à eau',
  'Recharge climatisation',
  'Remplacement batterie',
  'Contrôle avant visite technique',
] as const;

export const TASK_TITLES = [
  'Rappeler le client pour le devis',
  'Commander les plaquettes de frein',
  'Préparer le véhicule pour la restitution',
  'Vérifier la garantie constructeur',
  'Relancer la facture impayée',
  'Prendre rendez-vous pour la géométrie',
  'Envoyer les photos du pare-chocs',
  'Contrôler le niveau d’huile après 500 km',
  'Réserver le véhicule de remplacement',
  'Classer les factures fournisseurs',
  'Appeler l’expert de l’assurance',
  'Commander 4 pneus 195/65 R15',
] as const;

export const CALLS = [
  'Appel téléphonique : demande de rendez-vous',
  'Client satisfait de la réparation',
  'Demande le délai de livraison des pièces',
  'Souhaite un devis pour quatre pneus',
  'Confirme la dépose du véhicule lundi matin',
] as const;
