document.title = 'Sidelight library';
